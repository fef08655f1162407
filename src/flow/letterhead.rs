//! What every letter looks like, as HTML and as plain text, from the same parts.
//!
//! Mail clients know tables and styles in place, little else, and no more than what stands in the letter: nothing is loaded from
//! anywhere. Text that people wrote is escaped here, and only here.

/// The fonts that there are anyway.
const FONT: &str = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const HEAD: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"supported-color-schemes\" content=\"light dark\">\
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.bg{background:#0f1216!important}.card{background:#1a1f26!important;border-color:#2d3540!important}\
.ink{color:#e9edf2!important}.dim,.dim a{color:#98a3b1!important}h2.ink a{color:#8fb4ff!important}.box{background:#252c36!important}.line{border-color:#2d3540!important}}</style>";
const BODY: &str = "</head>\n<body class=\"bg\" style=\"margin:0;padding:0;background:#f2f4f7\">\n";
const TABLE: &str = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

/// A part of a letter, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence or two.
    Line(String),
    /// A few characters that are to be read from afar.
    Code(String),
    /// What the following is about, and where it is.
    About(String, Option<String>),
    /// Something that happened, and when.
    Item(String, String),
    /// Where to go on.
    Button(&'static str, String),
    /// What is done by a click, on a page: sent to where the page is.
    Form(&'static str),
    /// Something that few will read, below everything else, with a link.
    Small(String, Option<(&'static str, String)>),
}

/// A letter without its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Who sends: it stands above everything.
    pub from: String,
    /// What it says, in one line.
    pub title: String,
    /// What lists of mails show after the subject.
    pub preview: String,
    /// The rest.
    pub parts: Vec<Part>,
}

/// Text of other people's inside HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An element in the letter's font. `class` is what it is called where the client is dark.
fn element(tag: &str, class: &str, style: &str, inner: &str) -> String {
    ["<", tag, " class=\"", class, "\" style=\"", FONT, style, "\">", inner, "</", tag, ">"].concat()
}

fn link(style: &str, url: &str, words: &str) -> String {
    ["<a href=\"", &escape(url), "\" style=\"", FONT, style, "\">", words, "</a>"].concat()
}

impl Sheet {
    /// As HTML.
    pub fn html(&self) -> String {
        let (mut body, mut below) = (String::new(), String::new());
        for part in &self.parts {
            match part {
                Part::Line(text) => body.push_str(&element("p", "ink", "margin:0 0 16px;font-size:15px;line-height:23px;color:#1f2733", &escape(text))),
                Part::Code(text) => body.push_str(&element(
                    "p",
                    "ink box",
                    "margin:4px 0 20px;padding:16px;border-radius:8px;background:#eef1f5;font-size:30px;line-height:36px;font-weight:700;letter-spacing:8px;text-align:center;color:#111827",
                    &escape(text),
                )),
                Part::About(text, url) => {
                    let words = escape(text);
                    let words = url.as_ref().map_or_else(|| words.clone(), |url| link("color:#2456c9;text-decoration:none", url, &words));
                    body.push_str(&element("h2", "ink", "margin:20px 0 4px;font-size:15px;line-height:22px;font-weight:600;color:#1f2733", &words));
                }
                Part::Item(text, at) => {
                    let at = element("span", "dim", "font-size:12px;color:#667085;white-space:nowrap", &escape(at));
                    let words = [escape(text).as_str(), " &nbsp;", &at].concat();
                    body.push_str(&element("p", "ink line", "margin:0;padding:10px 0;border-top:1px solid #e6e9ee;font-size:15px;line-height:22px;color:#1f2733", &words));
                }
                Part::Button(words, url) => {
                    let button = link("display:inline-block;padding:11px 20px;border-radius:8px;background:#2456c9;color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none", url, words);
                    body.push_str(&element("p", "ink", "margin:24px 0 4px", &button));
                }
                Part::Form(words) => {
                    let button = element("button", "", "padding:11px 20px;border:0;border-radius:8px;background:#2456c9;color:#ffffff;font-size:15px;line-height:20px;font-weight:600;cursor:pointer", words);
                    body.push_str(&["<form method=\"post\">", &button, "</form>"].concat());
                }
                Part::Small(text, to) => {
                    let to = to.as_ref().map_or_else(String::new, |(words, url)| [" ", &link("color:#667085;text-decoration:underline", url, words)].concat());
                    below.push_str(&element("p", "dim", "margin:0 0 6px;font-size:12px;line-height:18px;color:#667085", &[escape(text), to].concat()));
                }
            }
        }
        let title = escape(&self.title);
        [
            HEAD,
            "<title>",
            &title,
            "</title>",
            BODY,
            "<div style=\"display:none;max-height:0;overflow:hidden;opacity:0\">",
            &escape(&self.preview),
            // What follows the preview would be taken for more of it.
            &"&#847;&zwnj;&nbsp;".repeat(40),
            "</div>\n",
            TABLE,
            " class=\"bg\" style=\"background:#f2f4f7\"><tr><td align=\"center\" style=\"padding:28px 12px\">\n",
            TABLE,
            " style=\"max-width:560px;text-align:left\"><tr>",
            &element("td", "dim", "padding:0 6px 12px;font-size:13px;line-height:20px;font-weight:600;color:#667085", &escape(&self.from)),
            "</tr>\n<tr>",
            &element(
                "td",
                "card",
                "padding:28px 28px 24px;border:1px solid #e3e7ed;border-radius:12px;background:#ffffff",
                &[
                    &element("h1", "ink", "margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;color:#111827", &title),
                    body.as_str(),
                ]
                .concat(),
            ),
            "</tr>\n<tr><td style=\"padding:16px 6px\">",
            &below,
            "</td></tr></table>\n</td></tr></table>\n</body></html>\n",
        ]
        .concat()
    }

    /// As plain text.
    pub fn text(&self) -> String {
        let mut text = [&self.title, "\n\n"].concat();
        for part in &self.parts {
            let piece = match part {
                Part::Line(words) | Part::Code(words) => format!("{words}\n\n"),
                Part::About(words, url) => format!("\n{words}\n{}", url.as_ref().map_or_else(String::new, |url| format!("{url}\n"))),
                Part::Item(words, at) => format!("- {words} ({at})\n"),
                Part::Button(words, url) => format!("\n{words}: {url}\n"),
                Part::Form(words) => format!("\n{words}\n"),
                Part::Small(words, to) => {
                    format!("\n{words}{}\n", to.as_ref().map_or_else(String::new, |(words, url)| format!(" {words}: {url}")))
                }
            };
            text.push_str(&piece);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_text() {
        let evil = "<script>alert(1)</script>\" onclick=\"x & y";
        let url = "https://leads.example/?a=\"><b>".to_owned();
        let sheet = Sheet {
            from: evil.to_owned(),
            title: evil.to_owned(),
            preview: evil.to_owned(),
            parts: vec![
                Part::Line(evil.to_owned()),
                Part::Code(evil.to_owned()),
                Part::About(evil.to_owned(), Some(url.clone())),
                Part::Item(evil.to_owned(), evil.to_owned()),
                Part::Button("Open", url.clone()),
                Part::Small(evil.to_owned(), Some(("Stop", url))),
            ],
        };
        let html = sheet.html();
        assert!(!html.contains("<script") && !html.contains("\" onclick") && !html.contains("\"><b>"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick=&quot;x &amp; y").count(), 10);
        assert_eq!(sheet.text().matches(evil).count(), 7);
    }
}
