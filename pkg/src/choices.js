// The choices that other rules depend on, by canonical value, as the numbers of the packed context.

export const PREFECTURES = new Map(Array.from({ length: 47 }, (_, index) => [String(index + 1).padStart(2, "0"), index + 1]));
export const FEE_SCHEDULES = new Map(["1", "3", "4", "6", "7"].map((digit) => [digit, Number(digit)]));
/** Eligibility line types in the lower two bits, claims line types above them. */
export const LINE_TYPES = new Map([
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["isdn", 1 << 2],
  ["ip-vpn-ipv4", 2 << 2],
  ["ip-vpn-ipv6", 3 << 2],
  ["internet", 4 << 2],
]);
