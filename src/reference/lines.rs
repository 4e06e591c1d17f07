//! The tables of line services and providers, as data.
//!
//! The notes are in our own words; their numbers are those of the table.

use serde::Serialize;

use super::Words;
use crate::kind::prefecture::Prefecture;
use crate::line::Coverage;
use crate::line::provider::PROVIDERS;
use crate::line::service::{Carrier, Cell, Confidence, LineService, READINGS};

/// A row of the table of line services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineServiceDescription {
    /// The canonical value.
    pub value: &'static str,
    /// What it is called.
    pub label: Words,
    /// `ntt`, `ctc`, `qtnet` or `isdn`.
    pub carrier: &'static str,
    /// What the table says for online claims: `ok`, `ok-ipv6`, `no`, `not-offered` or `unknown`.
    pub claims: ByArea<&'static str>,
    /// The same for eligibility verification.
    pub eligibility: ByArea<&'static str>,
    /// The prefectures in which it is sold, where these are not the areas of NTT East and West. What the table says of
    /// the West then holds in all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<Vec<String>>,
    /// The last day of service, where it has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// How sure the reading of the row is: `high`, `medium` or `low`.
    pub confidence: &'static str,
    /// The notes that belong to it.
    pub notes: &'static [u8],
}

/// Something that differs between the areas of NTT East and West.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ByArea<Value> {
    /// In the area of NTT East.
    pub east: Value,
    /// In the area of NTT West.
    pub west: Value,
}

/// The last day of a service, `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// In the area of NTT East.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub east: Option<String>,
    /// In the area of NTT West.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub west: Option<String>,
}

/// A note under the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LineNote {
    /// The number that rows refer to.
    pub number: u8,
    /// What it says.
    #[serde(flatten)]
    pub words: Words,
}

/// A provider of internet connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ProviderDescription {
    /// The service, as printed.
    pub service: &'static str,
    /// The company.
    pub company: &'static str,
    /// Listed for online claims.
    pub claims: bool,
    /// Listed for eligibility verification.
    pub eligibility: bool,
}

pub(super) fn services() -> Vec<LineServiceDescription> {
    LineService::all()
        .zip(&READINGS)
        .map(|(service, (confidence, notes))| describe(service, *confidence, notes))
        .collect()
}

fn describe(service: LineService, confidence: Confidence, notes: &'static [u8]) -> LineServiceDescription {
    let (choice, row) = (service.choice(), service.row());
    let by_area = |[east, west]: [Cell; 2]| ByArea { east: east.name(), west: west.name() };
    let [east, west] = row.ended.map(|date| date.map(|date| date.to_string()));
    let sold_in = |covers: fn(Prefecture) -> Coverage| {
        let prefectures = (1..=47).filter_map(Prefecture::new).filter(|it| covers(*it) != Coverage::None);
        Some(prefectures.map(|it| format!("{:02}", it.number())).collect())
    };
    let (carrier, area) = match row.carrier {
        Carrier::Ntt => ("ntt", None),
        Carrier::Ctc => ("ctc", sold_in(Coverage::of_ctc)),
        Carrier::Qtnet => ("qtnet", sold_in(Coverage::of_qtnet)),
        Carrier::Isdn => ("isdn", None),
    };
    LineServiceDescription {
        value: choice.value,
        label: Words { ja: choice.ja, en: choice.en },
        carrier,
        claims: by_area(row.claims),
        eligibility: by_area(row.eligibility),
        area,
        ended: (east.is_some() || west.is_some()).then_some(Ended { east, west }),
        confidence: confidence.name(),
        notes,
    }
}

pub(super) fn notes() -> Vec<LineNote> {
    (1..).zip(NOTES).map(|(number, words)| LineNote { number, words }).collect()
}

static NOTES: [Words; 8] = [
    Words {
        ja: "無線LANを使うときは、無線LANの設定手順書のとおりに設定します。利用は申請者の責任です。",
        en: "Where a wireless LAN is used, it has to be set up by the manual on wireless LANs. Using it is at your own risk.",
    },
    Words {
        ja: "IP-VPNで接続できなくても、インターネット接続（IPsec+IKE）なら接続できることがあります。提供事業者に確かめます。",
        en: "What cannot be connected by IP-VPN can sometimes be connected over the internet (IPsec+IKE). Ask the provider.",
    },
    Words {
        ja: "IPv6で接続します。IPv4で請求している回線から移るときは、変更の届出と設定の変更が要ります。",
        en: "It connects over IPv6. Moving there from claims over IPv4 takes a notice of change and new settings.",
    },
    Words {
        ja: "帯域優先の機能は使えません。フレッツ・VPNプライオの回線としても使うときは、接続の構成に注意します。",
        en: "Its bandwidth priority cannot be used. Take care with the set-up if the line also serves FLET'S VPN Prio.",
    },
    Words { ja: "料金は使った量で決まります。", en: "It is charged by use." },
    Words {
        ja: "フレッツ・ADSLは、フレッツ光の提供エリアでは2023年1月31日に終わりました。その後、東日本は2025年1月31日、西日本は2026年1月31日に全体が終わっています。",
        en: "FLET'S ADSL ended on 2023-01-31 where fibre was offered, and altogether on 2025-01-31 in the East and 2026-01-31 in the West.",
    },
    Words {
        ja: "CTCの回線の対象は、愛知、岐阜、三重、静岡（富士川以西）、長野です。",
        en: "CTC lines are for Aichi, Gifu, Mie, Shizuoka (west of the Fuji river) and Nagano.",
    },
    Words {
        ja: "INSネット（ディジタル通信モード）は2024年1月31日に終わりました。",
        en: "INS-Net (digital communication mode) ended on 2024-01-31.",
    },
];

pub(super) fn providers() -> Vec<ProviderDescription> {
    PROVIDERS
        .iter()
        .map(|it| ProviderDescription {
            service: it.service,
            company: it.company,
            claims: it.claims,
            eligibility: it.eligibility,
        })
        .collect()
}
