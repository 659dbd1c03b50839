"""What each person comes for, in the browser, on the demonstration data."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from pages_site import Visitor, visiting
from playwright.sync_api import Browser, Page, expect


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def rows(page: Page, caption: str) -> list[str]:
    return page.get_by_role("region", name=caption, exact=True).locator("tbody tr").all_inner_texts()


def test_the_coordinator_reads_who_owns_it_in_one_sentence(visitor: Visitor) -> None:
    page = visitor.go("/")
    page.get_by_role("searchbox").fill("elnät Boden")
    page.keyboard.press("Enter")
    expect(page.locator(".ak-verdict")).to_have_text("● Ägare: Svenska kraftnät")
    sentence = page.locator(".ak-answer .ak-sentence").inner_text()
    assert "”Överföringskapacitet till Luleå och Boden” av Svenska kraftnät, från och med 1 januari 2008" in sentence
    assert "inget slutdatum angivet i källan" in sentence
    assert "(SFS 2007:1119)" in sentence
    assert "”Beskedet: Gröna satsningar blir utan el” (TN), stycke 3–4" in sentence
    assert sentence.endswith("Demonstrationsdata, inte ett register.")
    assert query(page) == {"q": ["elnät Boden"]}


def test_the_sentence_is_copied_with_its_source(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.go("/?q=elnät Boden")
    page.get_by_role("button", name="Kopiera svaret").click()
    expect(page.get_by_role("button", name="Svaret är kopierat")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".ak-answer .ak-sentence").inner_text()


def test_back_and_forward_are_steps(visitor: Visitor) -> None:
    page = visitor.go("/?q=elnät Boden")
    page.get_by_role("link", name="Samband, historik och källor").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Överföringskapacitet till Luleå och Boden")
    page.get_by_role("link", name="Historik").click()
    expect(page.get_by_role("heading", name="Vem har ägt den, och när")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Det här väntar den på")).to_be_visible()
    page.go_back()
    expect(heading).to_have_text("Vem ansvarar?")
    expect(page.locator(".ak-verdict")).to_contain_text("Svenska kraftnät")
    page.go_forward()
    expect(heading).to_have_text("Överföringskapacitet till Luleå och Boden")


def test_dependencies_name_the_owner_of_each_link(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=bottleneck:grid-capacity-lulea-boden")
    waits = rows(page, "Det här väntar den på")
    assert len(waits) == 2
    assert "Långa ledtider för nya kraftledningar" in waits[1]
    assert "Energimarknadsinspektionen, Svenska kraftnät" in waits[1]
    talk = rows(page, "De här måste tala med varandra")
    assert [row.split("\t")[0].strip() for row in talk] == ["Svenska kraftnät", "Vattenfall Eldistribution"]
    assert all("inget uppdrag binder dem" in row for row in talk)


def test_history_shows_the_gap_between_two_owners(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=bottleneck:national-coordination&del=historik")
    told = "\n".join(rows(page, "Vem har ägt den, och när"))
    assert "Ingen ägare" in told
    assert "1 december 2022" in told
    assert "14 december 2022" in told


def test_another_day_is_chosen_said_and_left_again(visitor: Visitor) -> None:
    page = visitor.go("/?q=nationell samordning")
    page.get_by_label("Läge per").fill("2022-12-20")
    page.get_by_label("Läge per").press("Enter")
    expect(page.get_by_text("Du ser läget den 20 december 2022, inte läget i dag.")).to_be_visible()
    expect(page.locator(".ak-verdict")).to_have_text("● Ägare: Samordnaren för Norrbotten och Västerbotten")
    assert query(page) == {"q": ["nationell samordning"], "as_of": ["2022-12-20"]}
    page.get_by_role("link", name="Täckning").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Täckning")
    assert query(page) == {"as_of": ["2022-12-20"]}
    page.get_by_role("link", name="Visa läget i dag").click()
    expect(page.locator(".ak-other-day")).to_have_count(0)
    assert query(page) == {}


def test_a_copied_link_opens_the_same_view_in_a_fresh_browser(visitor: Visitor, browser: Browser, site: str) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.go("/luckor?slag=no_owner&theme=theme:energy&as_of=2023-06-30&lang=en")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    before = rows(page, "Which bottlenecks have no owner?")
    with visiting(browser, site) as other:
        fresh = other.go(copied.removeprefix(site))
        assert rows(fresh, "Which bottlenecks have no owner?") == before
        assert before
        assert fresh.get_by_text("You see the situation on 30 June 2023, not today's.").is_visible()


def test_a_copied_link_of_today_keeps_the_day_that_was_shown(visitor: Visitor) -> None:
    page = visitor.go("/luckor")
    copied = page.get_by_role("button", name="Kopiera länk").get_attribute("data-copy-address")
    shown = page.get_by_label("Läge per").input_value()
    assert copied == f"./luckor?as_of={shown}"


def test_the_agency_sees_what_it_owns(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=agency:trafikverket")
    assert "Trafikverket äger 10 öppna flaskhalsar" in page.locator(".ak-sentence").first.inner_text()
    assert len(rows(page, "Äger")) == 10
    assert "Flygplatsberedskapen bygger på ettårsavtal" in rows(page, "Upphör inom 180 dagar")[0]
    assert rows(page, "Kommuner och teman som täcks")


def test_the_municipality_sees_theme_by_theme_and_what_nobody_owns(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=municipality:2582")
    assert len(rows(page, "Tema för tema")) == 11
    assert rows(page, "Det här äger ingen")
    assert any("Stegras stålverk i Boden" in row for row in rows(page, "Etableringar som påverkar kommunen"))


def test_a_pasted_list_gives_a_table_of_owners(visitor: Visitor) -> None:
    page = visitor.go("/fraga?fraga=owners_of")
    page.locator("#ak-p-ids").fill("Boden\n2580\nLillköping")
    page.get_by_role("button", name="Visa svaret").click()
    table = page.get_by_role("region", name="Vem äger det som står på listan?")
    expect(table).to_be_visible()
    told = rows(page, "Vem äger det som står på listan?")
    assert {row.split("\t")[0].strip() for row in told} == {"Boden", "2580", "Lillköping"}


def test_the_handover_team_sees_what_is_left_and_who_could_take_it(visitor: Visitor) -> None:
    page = visitor.go("/overlamning?actor=agency:tillvaxtverket&date=2026-12-31")
    sentence = page.locator(".ak-sentence").first.inner_text()
    assert sentence == ("4 ansvar upphör den 31 december 2026. 3 av dem lämnar något utan ägare dagen efter.")
    left = rows(page, "Utan ägare dagen efter")
    assert "Samordning mellan nationell, regional och lokal nivå" in left[0]
    assert "Långsiktiga former när samordnaren slutar" in left[0]


def test_a_cell_of_the_matrix_leads_to_its_list(visitor: Visitor) -> None:
    page = visitor.go("/tackning")
    cell = page.locator("[data-testid=stVegaLiteChart] svg text", has_text="✕").first
    visitor.repeat(lambda: cell.click(force=True), page.get_by_role("heading", level=1, name="Luckor"))
    asked = query(page)
    assert asked["slag"] == ["no_owner"]
    assert asked["municipality"][0].startswith("municipality:")
    assert asked["theme"][0].startswith("theme:")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Täckning")


def test_filters_narrow_the_table_the_counts_and_the_file(visitor: Visitor) -> None:
    page = visitor.go("/luckor?slag=no_mandate&theme=theme:energy")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Vilka ansvar vilar inte på något uppdrag? 7 av 15")
    page.get_by_label("Aktör").select_option("Vattenfall Eldistribution")
    page.get_by_role("button", name="Visa", exact=True).last.click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Vilka ansvar vilar inte på något uppdrag? 3 av 7")
    expect(
        page.get_by_text("i hur många av luckorna Vattenfall Eldistribution nämns. Av det här slaget är det 3 av 7.")
    ).to_be_visible()
    visitor.settled()
    assert len(rows(page, "Vilka ansvar vilar inte på något uppdrag?")) == 3
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner som CSV").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "bottleneck,bottleneck_name,actor,actor_name,role,document"
    assert [line.split(",")[2] for line in lines[1:]] == ["utility:vattenfall-eldistribution"] * 3


def test_a_click_in_the_picture_of_connections_opens_what_was_clicked(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=bottleneck:grid-capacity-lulea-boden&del=samband")
    name = page.locator(".st-key-ego svg text", has_text="Region Norrbotten")
    visitor.repeat(lambda: name.click(force=True), page.get_by_role("heading", level=1, name="Region Norrbotten"))


def test_the_pages_speak_english(visitor: Visitor) -> None:
    page = visitor.go("/?q=elnät Boden")
    page.get_by_role("link", name="In English").click()
    expect(page.locator(".ak-verdict")).to_have_text("● Owner: Svenska kraftnät (transmission system operator)")
    assert page.locator("html").get_attribute("lang") == "en"
    assert query(page) == {"q": ["elnät Boden"], "lang": ["en"]}


def test_every_page_says_that_the_data_are_for_demonstration(visitor: Visitor) -> None:
    for path in ("/", "/oversikt", "/luckor", "/tackning", "/tidslinje", "/overlamning", "/fraga", "/ladda", "/om"):
        page = visitor.go(path)
        assert page.locator(".ak-demo").inner_text().startswith("Demonstrationsdata, inte ett register."), path


def test_own_cypher_reads_and_never_writes(visitor: Visitor) -> None:
    page = visitor.go("/fraga?cypher=MATCH (b:Bottleneck) RETURN count(b) AS antal")
    assert rows(page, "Egen fråga i Cypher") == ["70"]
    page = visitor.go("/fraga?cypher=MATCH (b:Bottleneck) DETACH DELETE b RETURN count(*) AS antal")
    assert page.locator(".ak-state").count() == 1
    page = visitor.go("/fraga?cypher=MATCH (b:Bottleneck) RETURN count(b) AS antal")
    assert rows(page, "Egen fråga i Cypher") == ["70"]


def test_what_does_not_exist_is_said_so(visitor: Visitor) -> None:
    page = visitor.go("/objekt?id=bottleneck:no-such")
    assert "Det som länken pekar på finns inte." in page.locator(".ak-state").inner_text()


def test_the_way_between_two_things_and_a_step_of_exploring(visitor: Visitor) -> None:
    page = visitor.go("/utforska?id=bottleneck:grid-capacity-lulea-boden&mot=agency:migrationsverket")
    way = page.locator(".ak-sentence").inner_text()
    assert way.startswith("Kortaste vägen: Överföringskapacitet till Luleå och Boden →")
    assert way.endswith("Migrationsverket")
    before = len(rows(page, "Samma uppgifter som tabell"))
    picture = page.get_by_role("application")
    expect(picture.locator("canvas")).to_be_visible()
    visitor.repeat(
        lambda: picture.press("ArrowRight"), page.locator(".said", has_text="Vald:", has_not_text="Överföring")
    )
    page.keyboard.press("e")
    expect(page.get_by_role("link", name="Ångra senaste steget")).to_be_visible()
    visitor.settled()
    assert len(rows(page, "Samma uppgifter som tabell")) > before
    page.get_by_role("link", name="Ångra senaste steget").click()
    expect(page.get_by_role("link", name="Ångra senaste steget")).to_have_count(0)
