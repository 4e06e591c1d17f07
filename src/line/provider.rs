//! Who provides internet connections with IPsec+IKE.
//!
//! Source: S003:262-275, the third table of the annex. The circles are lost in part; a service is listed here for the
//! applications under which the table names it.

use crate::text::half_width;

/// A provider's service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provider {
    /// The service, as the table prints it.
    pub service: &'static str,
    /// The company.
    pub company: &'static str,
    /// Listed for online claims.
    pub claims: bool,
    /// Listed for eligibility verification.
    pub eligibility: bool,
}

/// The providers, in the order of the table.
pub static PROVIDERS: [Provider; 6] = [
    Provider {
        service: "IP-Members", company: "株式会社NTTPCコミュニケーションズ", claims: true, eligibility: true
    },
    Provider {
        service: "@OnDemand接続サービス", company: "株式会社NTTデータ中国", claims: true, eligibility: true
    },
    Provider {
        service: "FENICSメディカル・グループネットサービス",
        company: "富士通株式会社",
        claims: true,
        eligibility: false,
    },
    Provider {
        service: "FENICS ユニバーサルコネクトアドバンス メディカルVPN接続サービス",
        company: "富士通株式会社",
        claims: true,
        eligibility: true,
    },
    Provider {
        service: "SecureMinderレセプト",
        company: "三菱電機インフォメーションネットワーク株式会社",
        claims: true,
        eligibility: false,
    },
    Provider {
        service: "SecureMinderオンライン資格確認",
        company: "三菱電機インフォメーションネットワーク株式会社",
        claims: false,
        eligibility: true,
    },
];

/// What names a provider of claims: a service, or the part of a company's name that nobody leaves out. Letters are small.
static NAMES: [&str; 8] = [
    "ip-members",
    "nttpc",
    "@ondemand",
    "nttデータ中国",
    "fenics",
    "富士通",
    "secureminderレセプト",
    "三菱電機インフォメーション",
];

/// True when the text names a provider of claims, in whatever width and case.
pub(crate) fn is_listed(text: &str) -> bool {
    NAMES.iter().any(|name| text.char_indices().any(|(at, _)| starts_with(text.get(at..).unwrap_or_default(), name)))
}

fn starts_with(text: &str, name: &str) -> bool {
    let mut typed = text.chars().map(|char| half_width(char).to_ascii_lowercase());
    name.chars().all(|char| typed.next() == Some(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_provider_of_claims_is_listed_by_service_and_by_company() {
        for provider in PROVIDERS.iter().filter(|provider| provider.claims) {
            assert!(is_listed(provider.service), "{}", provider.service);
            assert!(is_listed(provider.company), "{}", provider.company);
        }
        assert!(is_listed("ＮＴＴＰＣのＩＰ－ＭＥＭＢＥＲＳ"));
        assert!(!is_listed("見本プロバイダ"));
        assert!(!is_listed("SecureMinderオンライン資格確認"));
    }
}
