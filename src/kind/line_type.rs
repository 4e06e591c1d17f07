//! 電気通信回線種別, the line types of both applications, and the choices that hang on them.
//!
//! | application | values | source |
//! |---|---|---|
//! | eligibility | `1` IP-VPN (NTT and others), `2` IP-VPN (CTC, QTnet), `3` internet (IPsec+IKE) | S000:360, S003:106-108 |
//! | claims | `isdn`, `ip-vpn-ipv4`, `ip-vpn-ipv6`, `internet` | S000:786-797 |
//! | v6 option | `contracted`, `not-needed` (paper form only) | S000:399, S003:106 |

use crate::issue::Code;
use crate::kind::choice::{Choice, Choices, choices};

/// The line type of an eligibility application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum LineType {
    /// `1`: IP-VPN of NTT and others; asks for customer ID and v6 option.
    NttIpVpn = 1,
    /// `2`: IP-VPN of CTC or QTnet.
    CtcQtnetIpVpn = 2,
    /// `3`: internet with IPsec+IKE.
    Internet = 3,
}

impl LineType {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::NttIpVpn, Self::CtcQtnetIpVpn, Self::Internet];

    /// Reads the canonical value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "1" => Some(Self::NttIpVpn),
            "2" => Some(Self::CtcQtnetIpVpn),
            "3" => Some(Self::Internet),
            _ => None,
        }
    }
}

/// The line type of a claims application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ClaimsLineType {
    /// `isdn`; the service ended on 2024-01-31.
    Isdn = 1,
    /// `ip-vpn-ipv4`, also for CTC and QTnet.
    IpVpnIpv4 = 2,
    /// `ip-vpn-ipv6`: asks for a customer ID.
    IpVpnIpv6 = 3,
    /// `internet` with IPsec+IKE.
    Internet = 4,
}

impl ClaimsLineType {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::Isdn, Self::IpVpnIpv4, Self::IpVpnIpv6, Self::Internet];

    /// Reads the canonical value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "isdn" => Some(Self::Isdn),
            "ip-vpn-ipv4" => Some(Self::IpVpnIpv4),
            "ip-vpn-ipv6" => Some(Self::IpVpnIpv6),
            "internet" => Some(Self::Internet),
            _ => None,
        }
    }
}

/// Line types of the eligibility application.
pub static CHOICES: [Choice; 3] = [
    Choice::new(
        "1",
        "IP-VPN回線事業者（NTTなど。ただし、CTC・QTnetを除く）",
        "IP-VPN (NTT and others; not CTC or QTnet)",
    ),
    Choice::new("2", "IP-VPN接続（CTC・QTnet）", "IP-VPN (CTC, QTnet)"),
    Choice::new("3", "インターネット接続（IPsec+IKE）", "Internet (IPsec+IKE)"),
];
pub(crate) const LIST: Choices = choices!(CHOICES, Code::LineTypeUnknown);

/// Line types of the claims application.
pub static CLAIMS_CHOICES: [Choice; 4] = [
    Choice::new("isdn", "ISDN接続", "ISDN"),
    Choice { value: "ip-vpn-ipv4", number: "1", ja: "IP-VPN接続【IPv4】", en: "IP-VPN (IPv4)" },
    Choice::new("ip-vpn-ipv6", "IP-VPN接続【IPv6】", "IP-VPN (IPv6)"),
    Choice { value: "internet", number: "3", ja: "IP-Sec+IKE接続", en: "Internet (IPsec+IKE)" },
];
pub(crate) const CLAIMS_LIST: Choices = choices!(CLAIMS_CHOICES, Code::ClaimsLineTypeUnknown);

/// フレッツ・v6オプション.
pub static V6_CHOICES: [Choice; 2] = [
    Choice {
        value: "contracted",
        number: "1",
        ja: "契約済、または利用開始までに契約予定である",
        en: "Contracted, or will be by the start",
    },
    Choice::new(
        "not-needed",
        "レセコンベンダ等が管理しているため、契約は不要",
        "Not needed: the claims-software vendor manages it",
    ),
];
pub(crate) const V6_LIST: Choices = choices!(V6_CHOICES, Code::V6OptionUnknown);

/// How an eligibility application gives the customer ID.
pub static CUSTOMER_ID_SOURCES: [Choice; 3] = [
    Choice::new("same-as-claims", "オンライン請求と同じお客さまIDを使用", "Same as for online claims"),
    Choice::new("caf", "CAF", "CAF"),
    Choice::new("cop", "COP", "COP"),
];
pub(crate) const CUSTOMER_ID_SOURCE_LIST: Choices = choices!(CUSTOMER_ID_SOURCES, Code::CustomerIdSourceUnknown);

/// How a claims application gives the customer ID.
pub static CLAIMS_CUSTOMER_ID_SOURCES: [Choice; 3] = [
    Choice::new("same-as-eligibility", "オンライン資格確認システムと同じ回線", "Same line as eligibility verification"),
    Choice::new("caf", "CAF", "CAF"),
    Choice::new("cop", "COP", "COP"),
];
pub(crate) const CLAIMS_CUSTOMER_ID_SOURCE_LIST: Choices =
    choices!(CLAIMS_CUSTOMER_ID_SOURCES, Code::CustomerIdSourceUnknown);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_type() {
        let types = CHOICES.iter().map(|choice| LineType::parse(choice.value));
        assert!(types.eq(LineType::ALL.map(Some)));
        let types = CLAIMS_CHOICES.iter().map(|choice| ClaimsLineType::parse(choice.value));
        assert!(types.eq(ClaimsLineType::ALL.map(Some)));
    }
}
