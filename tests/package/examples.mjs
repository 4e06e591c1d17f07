// A complete right example of every form, as somebody might type it, and what it comes to.

const institution = { prefecture: "東京都", feeSchedule: "3: 歯科", institutionNumber: "32,4629,5" };
const canonicalInstitution = { prefecture: "13", feeSchedule: "3", institutionNumber: "3246295" };

/** `output` is what a schema hands on: canonical values, and secrets as they were typed. */
export const EXAMPLES = {
  "user-registration": {
    values: {
      familyName: " 基金 ", givenName: "太郎", ...institution, institutionName: "基金歯科クリニック", locationConfirmed: true,
      founderName: "基金　太郎", phone: "03-1234-5678", email: "kikin@example.jp", password: "Abcdefg1",
      passwordConfirm: "Abcdefg1", termsAccepted: "on",
    },
    output: {
      familyName: "基金", givenName: "太郎", ...canonicalInstitution, institutionName: "基金歯科クリニック",
      locationConfirmed: "true", founderName: "基金　太郎", phone: "0312345678", email: "kikin@example.jp",
      password: "Abcdefg1", passwordConfirm: "Abcdefg1", termsAccepted: "true",
    },
  },
  login: {
    values: { userId: " ｋｉｋｉｎ@example.jp ", password: "old and short" },
    output: { userId: "kikin@example.jp", password: "old and short" },
  },
  "eligibility-application": {
    today: "2026-05-12",
    values: {
      applicationType: "新規", ...institution, termsAccepted: true, lineType: "1", customerIdSource: "CAF",
      customerId: "１１１１１１１１１１", customerIdConfirm: "CAF1111111111", v6Option: "contracted", lineService: "hikari-next",
      startYear: "2026年", startMonthOfYear: "7月", testMonth: "2026/6", secretNumber: "４７１１", secretNumberConfirm: "4711",
      paymentMethod: "1",
    },
    output: {
      applicationType: "new", ...canonicalInstitution, termsAccepted: "true", lineType: "1", customerIdSource: "caf",
      customerId: "CAF1111111111", customerIdConfirm: "CAF1111111111", v6Option: "contracted", lineService: "hikari-next",
      startMonth: "2026-07", testMonth: "2026-06", secretNumber: "４７１１", secretNumberConfirm: "4711", paymentMethod: "1",
    },
  },
  "eligibility-paper": {
    today: "2024-01-15",
    values: {
      date: "2024年1月15日", institutionName: "基金歯科クリニック", ...institution, founderName: "基金　太郎",
      phone: "03-1234-5678", email: "", contactName: "基金　花子", lineType: "1", v6Option: "not-needed",
      customerId: "caf-0000-0000-00", startMonth: "2024-02", testYear: "2024", testMonthOfYear: "1", secretNumber: "4711",
      paymentMethod: "2", terminalNames: [" 端末1 ", "", "端末2"],
    },
    output: {
      date: "2024-01-15", institutionName: "基金歯科クリニック", ...canonicalInstitution, founderName: "基金　太郎",
      phone: "0312345678", contactName: "基金　花子", lineType: "1", v6Option: "not-needed", customerId: "CAF0000000000",
      startMonth: "2024-02", testMonth: "2024-01", secretNumber: "4711", paymentMethod: "2",
      terminalNames: ["端末1", "端末2"],
    },
  },
  "claims-application": {
    today: "2026-05-10",
    values: {
      applicationType: "開始", ...institution, termsAccepted: "on", startYear: "2026", startMonthOfYear: "07",
      claimsSoftware: "Opt.one3", claimsSoftwareMaker: "オプテック", osAndBrowser: "Windows 11／Microsoft Edge",
      lineType: "ip-vpn-ipv6", customerIdSource: "caf", customerId: "1111111111", paymentMethod: "1", setupCd: "無",
      remarks: " ", lineService: "hikari-next",
    },
    output: {
      applicationType: "start", ...canonicalInstitution, termsAccepted: "true", startMonth: "2026-07",
      claimsSoftware: "Opt.one3", claimsSoftwareMaker: "オプテック", osAndBrowser: "Windows 11／Microsoft Edge",
      lineType: "ip-vpn-ipv6", customerIdSource: "caf", customerId: "CAF1111111111", paymentMethod: "1", setupCd: "無",
      lineService: "hikari-next",
    },
  },
  "certificate-application": {
    values: {
      feeAccepted: true, eligibilityApplied: "on", ...institution, institutionName: "基金歯科クリニック",
      contactName: "基金　花子", phone: "03-1234-5678", email: "ｋｉｋｉｎ@example.jp", terminalName: " 端末1 ",
    },
    output: {
      feeAccepted: "true", eligibilityApplied: "true", ...canonicalInstitution, institutionName: "基金歯科クリニック",
      contactName: "基金　花子", phone: "0312345678", email: "kikin@example.jp", terminalName: "端末1",
    },
  },
  "deferral-notice": {
    today: "2024-10-15",
    values: {
      institutionName: "訪問看護ステーション見本", phone: "03-1234-5678", institutionCode: "13 6 0190191",
      address: "東京都千代田区1-1", scope: "both", ground: "3", networkReady: "2", networkReadyDate: "2024/8/1",
      remarks: "", date: "2024-10-15", representative: "基金　太郎", representativeAddress: "東京都港区2-2",
      email: "kikin@example.jp",
    },
    output: {
      institutionName: "訪問看護ステーション見本", phone: "0312345678", institutionCode: "1360190191",
      address: "東京都千代田区1-1", scope: "both", ground: "3", networkReady: "2", networkReadyDate: "2024-08-01",
      date: "2024-10-15", representative: "基金　太郎", representativeAddress: "東京都港区2-2", email: "kikin@example.jp",
    },
  },
  "operation-start": {
    today: "2026-06-15",
    values: { operationStartDate: "2026年6月1日" },
    output: { operationStartDate: "2026-06-01" },
  },
};
