//! インターネット接続（IPsec+IKE提供事業者名）, the provider of an internet connection.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | names a provider of the table | valid | S003:262-275 |
//! | anything else | valid, with a note that the table does not list it | S000:791 asks for the name only |

use crate::findings::{Findings, NOWHERE};
use crate::issue::Code;
use crate::kind::{Context, text};
use crate::line::provider;
use crate::text::Text;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    // Half a name is not unlisted yet.
    if !context.is_typing() && !provider::is_listed(text.as_str()) {
        findings.report(Code::InternetProviderUnlisted, NOWHERE);
    }
    text::judge(text, context, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Status, check};

    #[test]
    fn a_provider_that_is_not_listed_gets_a_note_only() {
        assert!(check(Kind::InternetProvider, "ＩＰ－Ｍｅｍｂｅｒｓ", &Context::default()).issues.is_empty());
        let verdict = check(Kind::InternetProvider, "見本プロバイダ", &Context::default());
        assert_eq!((verdict.status, verdict.has(Code::InternetProviderUnlisted)), (Status::Valid, true));
    }
}
