//! English. Plain, sentence case, the same facts as the Japanese.

use crate::issue::{Code, FixKind};

#[allow(clippy::too_many_lines, reason = "one sentence a code: a list, however long")]
pub(super) const fn template(code: Code) -> &'static str {
    match code {
        Code::Required => "Nothing entered yet; this field is required.",
        Code::TypeNotText => "This is not text. Pass numbers as text too.",
        Code::KindUnknown => "There is no such kind of field. Check the name of the kind.",
        Code::Internal => "This could not be checked. It does not mean the entry is wrong; you can go on.",
        Code::InputTooLong => "Longer than {limit} characters, so it was not read. Enter only the part that is needed.",
        Code::TextTooLong => "Longer than {limit} characters. Make sure it fits the portal's box; you can go on.",
        Code::TextHalfWidth => "Character {position} is half width. The founder's name is entered in full width.",
        Code::TextNeedsFolding => {
            "Contains full-width characters, blanks or signs. Enter it in the plain half-width form."
        }
        Code::FormUnknownField => "There is no field of this name. If “{name}” is meant, correct the name.",
        Code::TerminalNamesTooMany => "One sheet holds {limit} terminals. Enter the others on another sheet.",
        Code::DigitsNotDigit => "Character {position} is not a digit. Enter digits only.",
        Code::ConfirmMismatch => "Differs from the first entry. Enter the same once more.",

        Code::PrefectureUnknown => "Not a prefecture number. Choose from 01 (Hokkaido) to 47 (Okinawa).",
        Code::PrefectureTestNumber => "48 is a number for tests. Choose the prefecture you are in, from 01 to 47.",
        Code::FeeScheduleUnknown => {
            "Not a fee schedule. Choose 1 medical, 3 dental, 4 pharmacy, 6 home nursing or 7 workplace clinic."
        }

        Code::InstitutionNumberTooShort => {
            "Digits still missing: {remaining}. Enter all {expected}, zeros in front included."
        }
        Code::InstitutionNumberTooLong => {
            "There are {actual} digits. Enter the {expected} that follow prefecture and fee schedule."
        }
        Code::InstitutionNumberLooksLikeCode => "This looks like the 10-digit code. Enter only its last 7 digits here.",
        Code::InstitutionNumberCareInsurance => {
            "This looks like a care-insurance provider number. Enter the 7-digit number on your letter of designation."
        }
        Code::InstitutionNumberLostZero => {
            "There are only 6 digits. Check your papers for a zero in front, and enter 7 digits."
        }

        Code::InstitutionCodeTooShort => {
            "Digits still missing: {remaining}. Enter all {expected}: prefecture (2), fee schedule (1) and number (7)."
        }
        Code::InstitutionCodeTooLong => {
            "There are {actual} digits. Enter {expected}: prefecture (2), fee schedule (1) and number (7)."
        }
        Code::InstitutionCodeCheckDigit => {
            "The last digit (check digit) does not fit the rest. Compare number, prefecture and fee schedule with your papers; you can still go on."
        }
        Code::InstitutionCodeWrongFeeSchedule => {
            "The third digit is not the fee schedule chosen ({feeSchedule}). Correct the code or the choice."
        }

        Code::CustomerIdTooShort => "Characters still missing: {remaining}. Enter {prefix} and all {expected} digits.",
        Code::CustomerIdTooLong => {
            "{prefix} is followed by {expected} digits, but there are {actual}. Compare with the letter from NTT."
        }
        Code::CustomerIdUnknownPrefix => {
            "Customer IDs start with CAF or COP. Enter the ID on NTT's opening notice, letters included."
        }
        Code::CustomerIdOtherProvider => {
            "Numbers starting with L or N belong to other contracts. Look for an ID starting with CAF or COP on the letter from NTT."
        }
        Code::CustomerIdCopInWest => {
            "IDs starting with COP belong to NTT East lines. {prefecture} is NTT West: look for an ID starting with CAF on the letter from NTT."
        }
        Code::CustomerIdKindMismatch => {
            "The kind chosen is {prefix}. Enter an ID starting with {prefix}, or choose the other kind."
        }
        Code::CustomerIdNotAsked => "With these choices no customer ID is needed. You can leave it empty.",
        Code::CustomerIdSameLineMayLag => {
            "A claims application made on paper takes time to arrive. If the ID is not taken over, enter the CAF or COP ID."
        }

        Code::EmailUpperCase => "The portal accepts lower-case letters only. Enter the address in lower case.",
        Code::EmailBadCharacter => {
            "Character {position} cannot be used. Enter lower-case letters, digits, dot, hyphen, underscore and plus."
        }
        Code::EmailNoAt => "There is no “@”. Enter the address with “@” and what follows it.",
        Code::EmailBadDomain => "What follows the “@” is not a domain. Enter it like “example.jp”.",
        Code::EmailNoLocalPart => "Nothing stands before the “@”. Enter the address from its beginning.",
        Code::EmailTooLong => {
            "There are {actual} characters. For an address of more than {limit}, call the help desk (0800-080-4583)."
        }
        Code::EmailAtLimit => {
            "Exactly {limit} characters. If you cannot log in with it, call the help desk (0800-080-4583)."
        }
        Code::EmailPlaceholderAccount => {
            "IDs ending in “@01” to “@48” are placeholder accounts. Register a real address as a new user."
        }
        Code::EmailOddDots => {
            "There is a leading, trailing or doubled dot before the “@”. Mail may not arrive, so check it; you can go on."
        }
        Code::EmailLookAlikeDomain => {
            "What follows the “@” is a common slip of the keyboard. Check it; you can still go on."
        }

        Code::LoginUpperCase => {
            "There is an upper-case letter. Registered addresses are lower case, so check it; you can go on."
        }
        Code::LoginLongUserId => {
            "The fund must enable user IDs of more than {limit} characters. If you cannot log in, call the help desk (0800-080-4583)."
        }

        Code::PasswordTooShort => "Too short. Use {minimum} characters or more.",
        Code::PasswordTooLong => "Too long. Use {limit} characters or fewer.",
        Code::PasswordNoUpper => "No upper-case letter yet. Add at least one.",
        Code::PasswordNoLower => "No lower-case letter yet. Add at least one.",
        Code::PasswordNoDigit => "No digit yet. Add at least one.",
        Code::PasswordUnlistedCharacter => {
            "Contains a blank, a full-width character or the like. No source says whether these are accepted: half-width letters, digits and signs are the safer choice; you can go on."
        }

        Code::PhoneNoLeadingZero => "Phone numbers start with 0. Enter it from the area code.",
        Code::PhoneTooShort => "Too few digits. Enter {minimum} or 11, from the area code.",
        Code::PhoneTooLong => "There are {actual} digits. Enter 10 or {limit}, from the area code.",
        Code::SecretNumberTooShort => "Too few digits. Enter {expected}.",
        Code::SecretNumberTooLong => "Too many digits. Enter {expected}.",

        Code::YearMonthBadFormat => "Not a year and month. Enter it like “2026-04” or “2026年4月”.",
        Code::DateBadFormat => "Not a date. Enter it like “2026-04-01” or “2026年4月1日”.",
        Code::DateNoSuchDay => "The month has no such day. Check the day and enter it again.",

        Code::DateTooEarly => "Too early. Check the date: it cannot be before {earliest}.",
        Code::DateTooLate => "Too late. Check the date: it cannot be after {latest}.",
        Code::DateInFuture => "This day is still to come. Check that operation began on it; you can go on.",
        Code::MonthTestAfterStart => "The test begins later than the use. Check both months; you can go on.",
        Code::MonthInPast => "This month has passed. Check when the use is to begin; you can go on.",
        Code::MonthHalfGiven => {
            "Only one of year and month is given. Enter the other one too, or leave both empty if it is not decided."
        }

        Code::ApplicationTypeUnknown => "Not a kind of application. Choose one of those on the screen.",
        Code::LineTypeUnknown => "Not a line type. Choose 1, 2 or 3.",
        Code::ClaimsLineTypeUnknown => "Not a line type. Choose ISDN, IP-VPN (IPv4), IP-VPN (IPv6) or internet.",
        Code::V6OptionUnknown => "Not an answer about the v6 option. Choose contracted (or planned), or not needed.",
        Code::CustomerIdSourceUnknown => "Not a way to give the customer ID. Choose the same ID, CAF or COP.",
        Code::PaymentMethodUnknown => {
            "Not a way to pay. Choose 1 (deduct from the fees paid out) or 2 (transfer on an invoice)."
        }

        Code::LineServiceUnknown => "Not a line service of the table. Choose one of the list, or leave it empty.",
        Code::InternetProviderUnlisted => {
            "The list of providers (October 2023) does not have this name. Check it on your contract; you can go on."
        }
        Code::ScopeUnknown => "Not a choice of what to defer. Choose both, claims only or eligibility only.",
        Code::GroundUnknown => "Not a ground for deferral. Choose from 1 to 6.",
        Code::NetworkReadyUnknown => "Not a state of the network. Choose 1 (not built yet) or 2 (built).",
        Code::GroundDetailUnknown => "Not a choice under ground 6. Choose age or another hardship.",

        Code::LineOutsideArea => {
            "CTC and QTnet lines are not offered in {prefecture}. Check the provider on your contract and choose another type."
        }
        Code::LineAreaDisputed => {
            "The sources disagree whether CTC and QTnet lines are offered in {prefecture}. Ask the provider; you can go on."
        }
        Code::LineAreaPartial => {
            "In {prefecture} CTC lines are offered west of the Fuji river only. Check where you are."
        }
        Code::LineV6NotApplicable => {
            "The v6 option belongs to line type 1 of the eligibility application only. Clear the choice."
        }
        Code::LineV6PaperOnly => {
            "“Not needed” stands on the paper form. The portal's form (April 2026) offers only contracted or planned, so ask your claims-software vendor."
        }
        Code::LineCustomerIdMeansNtt => {
            "A CAF or COP ID means an NTT line (or a collaboration line): choose type 1. With the wrong type the visit has to be repeated, about a week later."
        }
        Code::LineIsdnEnded => "ISDN (INS-Net) ended on 2024-01-31. Ask your provider which other line you can use.",
        Code::LineServiceNotOffered => {
            "{lineService} is not sold in {prefecture}. Check the name of the service on your contract."
        }
        Code::LineServiceNotConnectable => {
            "{lineService} cannot carry this line type. Choose another line type or another service."
        }
        Code::LineServiceNeedsIpv6 => "Claims over {lineService} go by IPv6. Choose IP-VPN (IPv6) as line type.",
        Code::LineServiceDiscontinued => {
            "{lineService} ended on {since}. Look up the name of your present service on your contract."
        }
        Code::LineServiceUndecided => {
            "The sources do not tell whether {lineService} can be connected. Ask the provider of the line."
        }

        Code::ClaimsStartTooEarly => {
            "The cut-off is the 20th of each month, so expect claims to start from {earliest}. Check the month; you can go on."
        }
        Code::ClaimsStartTooLate => "Claims can start at most a year ahead. Choose a month up to {latest}.",
        Code::ClaimsChangeBefore20th => {
            "Changes to an application of the same month are sent from the 20th on. If yours is of an earlier month, you can go on."
        }

        Code::DeferralGroundNeedsClaims => {
            "Ground 1 is for a deferral of claims only. Choose claims only, or another ground."
        }
        Code::DeferralTooYoung => {
            "Ground 6 (age) needs everybody to be born before 1953-04-01. Check the date of birth, or choose the other hardship."
        }
        Code::DeferralFilingEnded => {
            "This notice could be filed until {latest}. Ask the paying agency before you send it."
        }

        Code::TogetherInstitution => {
            "The two applications are of different institutions. Make sure they are of the same one."
        }
        Code::TogetherLineType => {
            "The line types of eligibility and claims do not go together. If both use one line, choose one of them anew."
        }
        Code::TogetherCustomerId => {
            "The two applications give different customer IDs. If both use one line, compare them with the letter from NTT."
        }
        Code::TogetherNoCustomerId => {
            "This takes over the customer ID of the other application, which gives none. Choose CAF or COP and enter the ID."
        }

        Code::CsvOpenQuote => {
            "A quotation mark is not closed, so this row could not be read. Check the marks in this row and correct them."
        }
        Code::CsvTooManyCells => {
            "There are {actual} cells for {expected} columns. Check for a delimiter or quotation mark too many."
        }
        Code::CsvTooFewCells => {
            "There are {actual} cells for {expected} columns; the rest was taken as empty. Check that the row was not cut short."
        }
        Code::CsvBrokenText => {
            "Contains broken characters, so this row could not be read. Choose the file's encoding anew, or enter this row again."
        }
        Code::CsvRowTooLong => {
            "The row is longer than {limit} bytes, so it was not read. Check that no line break is missing."
        }
        Code::CsvLostZeros => {
            "Zeros in front seem to be lost: {remaining}. Compare with your papers, as spreadsheets drop them, and enter {expected} digits."
        }
        Code::CsvExponent => {
            "A number was turned into something like “1.33E+09” and has lost digits. Enter it again from your papers."
        }
    }
}

pub(super) const fn fix_label(kind: FixKind) -> &'static str {
    match kind {
        FixKind::Fold => "Use the plain form",
        FixKind::LowerCase => "Make it lower case",
        FixKind::LeadingZero => "Put 0 in front",
        FixKind::LastSeven => "Keep the last 7 digits",
        FixKind::AddCaf => "Put CAF in front",
        FixKind::AddCop => "Put COP in front",
        FixKind::Domain => "Correct what follows the @",
        FixKind::FullWidth => "Make it full width",
        FixKind::Clear => "Clear the choice",
    }
}
