//! Line services: what the table of connectable lines says about each.
//!
//! The table is of 2023-10-10 and came to us as scanned text in which most circles are lost. [`READINGS`] says how sure
//! the reading of each row is; a cell that cannot be read is [`Cell::Unknown`], and the product says so.
//!
//! Source: S003:213-275; ends of service: domain.md section 4.4.

use crate::calendar::Date;
use crate::issue::Code;
use crate::kind::choice::{Choice, Choices, choices};
use crate::kind::prefecture::{NttArea, Prefecture};
use crate::line::area::Coverage;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LineService(u8);

/// Whose network the service belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// NTT East and West, and companies that resell their lines.
    Ntt,
    /// 中部テレコミュニケーション.
    Ctc,
    /// QTnet.
    Qtnet,
    /// A telephone line.
    Isdn,
}

/// What the table says about a service in one application and area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It can be connected.
    Ok,
    /// It can be connected over IPv6.
    OkIpv6,
    /// It cannot be connected.
    No,
    /// It is not sold there.
    NotOffered,
    /// The table cannot be read there, or refers to another service.
    Unknown,
}

impl Cell {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::OkIpv6 => "ok-ipv6",
            Self::No => "no",
            Self::NotOffered => "not-offered",
            Self::Unknown => "unknown",
        }
    }
}

/// What the rules read of a row. Pairs are East, then West.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Whose network.
    pub carrier: Carrier,
    /// Online claims of institutions.
    pub claims: [Cell; 2],
    /// Eligibility verification of institutions.
    pub eligibility: [Cell; 2],
    /// The last day of service.
    pub ended: [Option<Date>; 2],
}

/// How sure the reading of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The signs were read, or follow from the whole of the row.
    High,
    /// Signs were put where they belong, or brought back by comparing rows.
    Medium,
    /// The row cannot be trusted.
    Low,
}

impl Confidence {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

impl LineService {
    /// Every service, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CHOICES.len()).map(Self::new)
    }

    pub(crate) const fn new(index: usize) -> Self {
        Self(index as u8)
    }

    /// Reads the canonical value.
    ///
    /// ```
    /// use onshi_check::line::service::{Carrier, LineService};
    /// assert_eq!(LineService::parse("bbiq").map(|it| it.row().carrier), Some(Carrier::Qtnet));
    /// assert_eq!(LineService::parse("starlink"), None);
    /// ```
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        LIST.list().position(|choice| choice.value == value).map(Self::new)
    }

    /// Its place in the table, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Value and names.
    #[must_use]
    pub fn choice(self) -> Choice {
        LIST.list().nth(self.index()).unwrap_or(Choice::new("", "", ""))
    }

    /// What the table says.
    #[must_use]
    pub fn row(self) -> &'static Row {
        // A service is only made for a row that there is.
        ROWS.get(self.index()).unwrap_or(&UNKNOWN)
    }

    /// One of the six kinds of 光ネクスト, which a source names for internet connections (the fund's Q&A of 2024-03-25).
    #[must_use]
    pub const fn is_hikari_next(self) -> bool {
        self.0 <= 5
    }

    /// Since when the service has ended in a prefecture; without a prefecture, since when it has ended everywhere.
    #[must_use]
    pub fn ended(self, prefecture: Option<Prefecture>) -> Option<Date> {
        let [east, west] = self.row().ended;
        match prefecture.map(Prefecture::ntt_area) {
            Some(NttArea::East) => east,
            Some(NttArea::West) => west,
            None => Some(east?.max(west?)),
        }
    }

    /// What the table says about a prefecture, for claims or for eligibility verification.
    #[must_use]
    pub fn cell(self, is_claims: bool, prefecture: Prefecture) -> Cell {
        let row = self.row();
        let [east, west] = if is_claims { row.claims } else { row.eligibility };
        let coverage = match row.carrier {
            Carrier::Ctc => Coverage::of_ctc(prefecture),
            Carrier::Qtnet => Coverage::of_qtnet(prefecture),
            Carrier::Ntt | Carrier::Isdn if prefecture.is_in_west() => return west,
            Carrier::Ntt | Carrier::Isdn => return east,
        };
        // These are sold by area; the table has them in the column of the West, though Nagano is in the East.
        if coverage == Coverage::None { Cell::NotOffered } else { west }
    }
}

/// A row of which nothing is known.
static UNKNOWN: Row =
    Row { carrier: Carrier::Ntt, claims: [Cell::Unknown; 2], eligibility: [Cell::Unknown; 2], ended: NEVER };

const NEVER: [Option<Date>; 2] = [None; 2];
/// フレッツ・ADSL: East <https://www.flets.com/adsl/offer.html>, West announced for 2026-01-31.
const ADSL_ENDED: [Option<Date>; 2] = [Some(Date::new(2025, 1, 31)), Some(Date::new(2026, 1, 31))];
/// フレッツ 光ライト ended in the West only (flets-w.com).
const LIGHT_ENDED: [Option<Date>; 2] = [None, Some(Date::new(2025, 3, 31))];
/// INSネット, digital communication mode: note 8.
const INS_ENDED: [Option<Date>; 2] = [Some(Date::new(2024, 1, 31)); 2];

const fn row(carrier: Carrier, claims: [Cell; 2], eligibility: [Cell; 2], ended: [Option<Date>; 2]) -> Row {
    Row { carrier, claims, eligibility, ended }
}

/// The table, in the order of [`CHOICES`].
pub static ROWS: [Row; 19] = {
    use Carrier::{Ctc, Isdn, Ntt, Qtnet};
    use Cell::{No, NotOffered, Ok, OkIpv6, Unknown};
    [
        row(Ntt, [Ok, Ok], [Ok, Ok], NEVER),
        row(Ntt, [Ok, NotOffered], [Ok, NotOffered], NEVER),
        row(Ntt, [Ok, NotOffered], [Ok, NotOffered], NEVER),
        row(Ntt, [NotOffered, OkIpv6], [NotOffered, Ok], NEVER),
        row(Ntt, [Ok, OkIpv6], [Ok, Ok], NEVER),
        row(Ntt, [Ok, NotOffered], [Ok, NotOffered], NEVER),
        row(Ntt, [OkIpv6, OkIpv6], [Ok, Ok], NEVER),
        row(Ntt, [Ok, OkIpv6], [Ok, Ok], LIGHT_ENDED),
        row(Ntt, [Ok, NotOffered], [Ok, NotOffered], NEVER),
        row(Ntt, [Ok, NotOffered], [Unknown, Unknown], ADSL_ENDED),
        row(Ntt, [Ok, NotOffered], [No, Unknown], ADSL_ENDED),
        row(Ntt, [Unknown, Unknown], [Unknown, Unknown], ADSL_ENDED),
        row(Ntt, [NotOffered, Ok], [Unknown, Unknown], ADSL_ENDED),
        row(Ctc, [NotOffered, Ok], [NotOffered, Ok], NEVER),
        row(Qtnet, [NotOffered, Ok], [NotOffered, Ok], NEVER),
        // Follows the service that is resold: for claims that decides between IPv4 and IPv6.
        row(Ntt, [Unknown, Unknown], [Ok, Ok], NEVER),
        row(Isdn, [Ok, Ok], [No, No], INS_ENDED),
        row(Isdn, [No, No], [No, No], NEVER),
        row(Isdn, [Ok, Ok], [No, No], NEVER),
    ]
};

/// How sure the reading is, and the numbers of the notes under the table. In the order of [`CHOICES`].
pub static READINGS: [(Confidence, &[u8]); 19] = {
    use Confidence::{High, Low, Medium};
    [
        (High, &[]),
        (High, &[]),
        (High, &[1]),
        (High, &[2, 3]),
        (Medium, &[2, 3]),
        (High, &[4]),
        (High, &[2, 3]),
        (Medium, &[2, 3, 5]),
        (Medium, &[5]),
        (Low, &[6]),
        (Low, &[2, 6]),
        (Low, &[2, 6]),
        (Low, &[6]),
        (Medium, &[7]),
        (High, &[]),
        (High, &[3]),
        (Low, &[8]),
        (High, &[]),
        (Low, &[]),
    ]
};

/// The services, in the order of the table.
pub static CHOICES: [Choice; 19] = [
    Choice::new(
        "hikari-next",
        "フレッツ 光ネクスト ファミリー・マンション（ハイスピードを含む）",
        "FLET'S Hikari Next Family, Mansion (also High-Speed)",
    ),
    Choice::new("hikari-next-giga-line", "フレッツ 光ネクスト ギガライン", "FLET'S Hikari Next Giga Line"),
    Choice::new("hikari-next-giga-smart", "フレッツ 光ネクスト ギガスマート", "FLET'S Hikari Next Giga Smart"),
    Choice::new(
        "hikari-next-hayabusa",
        "フレッツ 光ネクスト スーパーハイスピードタイプ隼",
        "FLET'S Hikari Next Super High-Speed Hayabusa",
    ),
    Choice::new("hikari-next-business", "フレッツ 光ネクスト ビジネスタイプ", "FLET'S Hikari Next Business"),
    Choice::new("hikari-next-prio", "フレッツ 光ネクスト プライオ10・プライオ1", "FLET'S Hikari Next Prio 10, Prio 1"),
    Choice::new("hikari-cross", "フレッツ 光クロス", "FLET'S Hikari Cross"),
    Choice::new("hikari-light", "フレッツ 光ライト", "FLET'S Hikari Light"),
    Choice::new("hikari-light-plus", "フレッツ 光ライトプラス", "FLET'S Hikari Light Plus"),
    Choice::new("adsl-more", "フレッツ・ADSL モア・8M・1.5M", "FLET'S ADSL More, 8M, 1.5M"),
    Choice::new("adsl-entry", "フレッツ・ADSL エントリー", "FLET'S ADSL Entry"),
    Choice::new("adsl-business", "フレッツ・ADSL ビジネスタイプ", "FLET'S ADSL Business"),
    Choice::new(
        "adsl-more-special",
        "フレッツ・ADSL モアスペシャル・モア40・モア24",
        "FLET'S ADSL More Special, More 40, More 24",
    ),
    Choice::new("commufa-business", "CTC ビジネスコミュファ光 プロ・ライト", "CTC Business Commufa Hikari Pro, Light"),
    Choice::new(
        "bbiq",
        "QTnet BBIQ（BBIQレセプトオンライン接続サービス付き）",
        "QTnet BBIQ (with its Receipt Online connection service)",
    ),
    Choice::new("hikari-collaboration", "光コラボレーション", "Hikari Collaboration (a resold NTT line)"),
    Choice::new("ins-net", "INSネット64・64ライト・1500", "INS-Net 64, 64 Light, 1500"),
    Choice::new("flets-isdn", "フレッツ・ISDN", "FLET'S ISDN"),
    Choice::new("otoline-isdn", "おとラインISDN64", "Otoline ISDN 64"),
];
pub(crate) const LIST: Choices = choices!(CHOICES, Code::LineServiceUnknown);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_has_its_row_and_its_value() {
        for (service, choice) in LineService::all().zip(&CHOICES) {
            assert_eq!(LineService::parse(choice.value), Some(service));
            assert_eq!(service.choice(), *choice);
        }
        assert!(
            LineService::all().filter(|it| it.is_hikari_next()).all(|it| it.choice().value.starts_with("hikari-next"))
        );
        assert_eq!(LineService::all().filter(|it| it.choice().value.starts_with("hikari-next")).count(), 6);
    }

    #[test]
    fn a_service_that_is_still_sold_is_known_in_both_areas_or_in_none() {
        for service in LineService::all().filter(|it| it.ended(None).is_none()) {
            for cells in [service.row().claims, service.row().eligibility] {
                let unknown = cells.iter().filter(|cell| **cell == Cell::Unknown).count();
                assert!(matches!(unknown, 0 | 2), "{}", service.choice().value);
            }
        }
    }

    #[test]
    fn a_service_with_its_own_area_is_offered_there_and_nowhere_else() {
        let offered = |value: &str| -> Vec<u8> {
            let service = LineService::parse(value).expect("a service");
            let offered = |number: &u8| {
                let prefecture = Prefecture::new(*number).expect("a prefecture");
                service.cell(false, prefecture) != Cell::NotOffered
            };
            (1..=47).filter(offered).collect()
        };
        assert_eq!(offered("commufa-business"), [20, 21, 22, 23, 24]);
        assert_eq!(offered("bbiq"), [40, 41, 42, 43, 44, 45, 46, 47]);
    }
}
