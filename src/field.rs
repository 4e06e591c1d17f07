//! The names of form fields, each once, whatever form it stands in.

macro_rules! fields {
    ($($variant:ident $name:literal)*) => {
        /// A field of a form. Its name is the same in Rust, JavaScript and HTML.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Field {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Field {
            /// Every field, in the order of its number at the boundary.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the public contract.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

fields! {
    FamilyName "familyName"
    GivenName "givenName"
    FeeSchedule "feeSchedule"
    Prefecture "prefecture"
    InstitutionNumber "institutionNumber"
    InstitutionName "institutionName"
    LocationConfirmed "locationConfirmed"
    FounderName "founderName"
    Phone "phone"
    Email "email"
    Password "password"
    PasswordConfirm "passwordConfirm"
    TermsAccepted "termsAccepted"
    UserId "userId"
    ApplicationType "applicationType"
    LineType "lineType"
    CustomerIdSource "customerIdSource"
    CustomerId "customerId"
    CustomerIdConfirm "customerIdConfirm"
    V6Option "v6Option"
    LineService "lineService"
    StartMonth "startMonth"
    StartYear "startYear"
    StartMonthOfYear "startMonthOfYear"
    TestMonth "testMonth"
    TestYear "testYear"
    TestMonthOfYear "testMonthOfYear"
    SecretNumber "secretNumber"
    SecretNumberConfirm "secretNumberConfirm"
    PaymentMethod "paymentMethod"
    Date "date"
    ContactName "contactName"
    TerminalNames "terminalNames"
    ClaimsSoftware "claimsSoftware"
    ClaimsSoftwareMaker "claimsSoftwareMaker"
    OsAndBrowser "osAndBrowser"
    IsdnNumber "isdnNumber"
    InternetProvider "internetProvider"
    SetupCd "setupCd"
    Remarks "remarks"
    FeeAccepted "feeAccepted"
    EligibilityApplied "eligibilityApplied"
    TerminalName "terminalName"
    InstitutionCode "institutionCode"
    Address "address"
    Scope "scope"
    Ground "ground"
    Reason "reason"
    ContractDate "contractDate"
    CompletionMonth "completionMonth"
    NetworkReady "networkReady"
    NetworkReadyDate "networkReadyDate"
    WorkStartDate "workStartDate"
    WorkEndDate "workEndDate"
    ClosureDate "closureDate"
    GroundDetail "groundDetail"
    YoungestBirthDate "youngestBirthDate"
    Detail "detail"
    Representative "representative"
    RepresentativeAddress "representativeAddress"
    OperationStartDate "operationStartDate"
}

impl Field {
    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name() == name)
    }
}
