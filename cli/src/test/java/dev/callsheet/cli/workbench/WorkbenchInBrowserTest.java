package dev.callsheet.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sandbox's page in a real browser, with clicks and keys: a request is written, repaired,
 * priced and run. axe finds nothing that keeps anybody from using it. Needs Chromium, and axe-core
 * in {@code target/npm}, where {@code .ci/run} puts it.
 */
class WorkbenchInBrowserTest {
  private static final Path AXE = Path.of("../target/npm/node_modules/axe-core/axe.min.js");
  private static final String KLING = "klingai:kling-video@o3-pro";

  private static Browser browser;

  @TempDir private Path directory;
  private final List<Sandbox> started = new ArrayList<>();

  @BeforeAll
  static void startBrowser(@TempDir Path profile) throws Exception {
    assumeTrue(Files.exists(AXE) && Browser.isThere(), "needs chromium and axe-core");
    browser = Browser.start(profile);
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void stopSandbox() {
    browser.open(URI.create("about:blank")); // so that no page looks for a sandbox that is gone
    started.forEach(Sandbox::close);
  }

  private Sandbox start(ModelCatalogue catalogue, String model) throws IOException {
    return start(catalogue, model, SandboxBehavior.builder().build());
  }

  private Sandbox start(ModelCatalogue catalogue, String model, SandboxBehavior behavior)
      throws IOException {
    Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .catalogue(catalogue)
                .renderTime(RenderTime.fixed(Duration.ofMillis(700)))
                .behavior(behavior)
                .workbench(
                    new RequestWorkbench(
                        catalogue, "runware", known -> Optional.of("models/it.html")))
                .build());
    started.add(sandbox);
    browser.forget();
    browser.show(1280, 900, false);
    browser.open(sandbox.page().resolve("#model=" + model));
    browser.await("document.querySelector('.verdict').textContent.startsWith('No findings')");
    return sandbox;
  }

  private String text(String selector) {
    return browser
        .evaluate("document.querySelector(" + Browser.quoted(selector) + ").innerText")
        .asString();
  }

  /** Selects a part of the text and types over it. */
  private void replace(String part, String by) {
    browser.evaluate(
        "(() => { const field = document.getElementById('text'); field.focus(); const at ="
            + " field.value.indexOf("
            + Browser.quoted(part)
            + "); field.setSelectionRange(at, at + "
            + part.length()
            + "); })()");
    browser.type(by);
  }

  private void awaitVerdict(String beginning) {
    browser.await(
        "document.querySelector('.verdict').textContent.startsWith("
            + Browser.quoted(beginning)
            + ")");
  }

  private void assertUsable(String what) throws IOException {
    browser.evaluate(Files.readString(AXE) + "; true");
    for (boolean isDark : List.of(false, true)) {
      browser.show(isDark ? 390 : 1280, 900, isDark);
      assertThat(
              browser
                  .evaluate(
                      "axe.run().then((all) => JSON.stringify(all.violations.map((each) =>"
                          + " each.id + ': ' + each.nodes[0].html)))")
                  .asString())
          .as(what + (isDark ? ", narrow and dark" : ", wide and light"))
          .isEqualTo("[]");
      assertThat(browser.evaluate("document.documentElement.scrollWidth - innerWidth").intValue())
          .as(what + " is not wider than its window")
          .isLessThanOrEqualTo(0);
    }
    browser.show(1280, 900, false);
  }

  @Test
  void aRequestIsWrittenRepairedPricedRunAndWatched() throws Exception {
    Sandbox sandbox = start(ModelCatalogue.bundled(), KLING);
    assertThat(text(".total")).isEqualTo("0.56 USD");
    assertUsable("form");

    browser.click("#tab-text");
    replace("\"width\": 1080", "\"duraton\": 8, \"width\": 1080");
    awaitVerdict("1 finding");
    replace("\"height\": 1920", "\"height\": 1921");
    awaitVerdict("2 findings");
    assertThat(text(".findings"))
        .contains("duraton is not a parameter of this model; did you mean duration?")
        .contains("No size is made but 1920 by 1080");
    assertUsable("findings");

    browser.clickButton("rename duraton to duration");
    awaitVerdict("1 finding");
    browser.await(
        "document.activeElement.className === 'repair'"); // the next one, for the keyboard
    assertThat(browser.evaluate("document.getElementById('text').value").asString())
        .contains("\"duration\": 8");
    replace("1921", "1920");
    awaitVerdict("No findings");
    browser.await("document.querySelector('.total').innerText === '0.896 USD'");
    assertThat(text(".price")).contains("video", "8 s at 0.112 USD/s");
    browser.clickButton("As it is sent, and as code");
    browser.click("#tab-java");
    assertThat(text("#panel-java")).contains("KlingVideo30OmniPro.textToVideo", ".duration(8)");
    browser.click("#tab-curl");
    assertThat(text("#panel-curl")).contains("curl " + sandbox.endpoint());

    browser.click("#run");
    browser.await("document.querySelector('.card[data-state=done] video').readyState >= 1");
    assertThat(text(".card")).contains("done", KLING, "0.896 USD");
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.896");
    browser.clickButton("What happened");
    browser.await("document.querySelector('.card .exchange pre')");
    assertThat(text(".card details")).contains("submit", "charge", "POST /v1", "\"duration\": 8");
    assertUsable("tasks");

    awaitVerdict("No findings"); // under another UUID
    browser.click("#run");
    browser.await("document.querySelectorAll('.card[data-state=done]').length === 2");
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.loaded())
        .allMatch(
            address ->
                address.startsWith(sandbox.page().toString())
                    || address.startsWith("data:") // a player's own buttons
                    || address.equals("about:blank"));
  }

  @Test
  void aFormFollowsItsModeAndTheTextFollowsTheForm() throws Exception {
    start(ModelCatalogue.bundled(), KLING);
    assertThat(text(".form")).contains("width", "height").doesNotContain("not in this mode");
    browser.click("[data-field='/positivePrompt']");
    browser.press("End", 35);
    browser.type(" of a lighthouse");
    browser.click("input[value=edit]");
    assertThat(text(".form")).contains("For Edit", "not in this mode");
    browser.clickButton("New request");
    browser.await("document.querySelector(\"[data-field='/inputs/video']\")");
    assertThat(text(".form")).doesNotContain("not in this mode");
    browser.evaluate(
        "document.querySelector('input[value=text-to-video]').click();"
            + " [...document.querySelectorAll('.modes button')][0].click()");
    browser.await("document.querySelector(\"[data-field='/width']\")");
    browser.click("[data-field='/height']");
    browser.press("End", 35);
    browser.type("7");
    browser.await(
        "document.querySelector(\"[data-field='/height']\").getAttribute('aria-invalid') === 'true'");
    assertThat(browser.evaluate("document.getElementById('text').value").asString())
        .contains("\"height\": 19207");
    assertThat(browser.evaluate("document.activeElement.dataset.field").asString())
        .isEqualTo("/height");
    assertThat(browser.evaluate("document.activeElement.value").asString()).isEqualTo("19207");
  }

  @Test
  void namesAndValuesAreCompletedWithTheKeyboard() throws Exception {
    start(ModelCatalogue.bundled(), KLING);
    browser.click("#tab-text");
    replace("\"height\": 1920", "\"height\": 1920,\n  \"outputF");
    browser.await("document.querySelector('#choices li[aria-selected=true]')");
    assertThat(text("#choices li[aria-selected=true]")).startsWith("outputFormat");
    browser.press("Enter", 13);
    browser.await("document.querySelector('#choices li').innerText.startsWith('\"MP4\"')");
    browser.press("ArrowDown", 40);
    browser.press("Enter", 13);
    awaitVerdict("No findings");
    assertThat(browser.evaluate("document.getElementById('text').value").asString())
        .contains("\"height\": 1920,\n  \"outputFormat\": \"WEBM\"\n}");
  }

  @Test
  void aResultThatIsShownStaysWhenAnotherOneIsDone() throws Exception {
    start(
        ModelCatalogue.bundled(),
        "runware:101@1",
        SandboxBehavior.builder().stagger(Duration.ofMillis(1500)).build());
    browser.click("#tab-text");
    replace("\"positivePrompt\"", "\"numberResults\": 2, \"positivePrompt\"");
    awaitVerdict("No findings");
    browser.click("#run");
    browser.await("document.querySelectorAll('.results img').length === 1");
    browser.evaluate("window.first = document.querySelector('.results img'); true");
    browser.await("document.querySelectorAll('.results img').length === 2");
    assertThat(
            browser
                .evaluate("document.querySelectorAll('.results img')[0] === window.first")
                .booleanValue())
        .isTrue();
  }

  @Test
  void aMessageOverAWebSocketIsShownAsOneAndStaysReadable() throws Exception {
    start(ModelCatalogue.bundled(), KLING);
    browser.evaluate(
        "const socket = new WebSocket('ws://' + location.host + '/v1');"
            + " socket.onopen = () => socket.send('[{\"taskType\": \"ping\"}]'); true");
    browser.click("#tab-exchanges");
    browser.await("document.querySelectorAll('.log .status').length >= 1");
    assertThat(text(".log .status")).isEqualTo("message");
    browser.evaluate("document.querySelector('.log details').open = true");
    browser.await("document.querySelector('.log .exchange pre')");
    assertUsable("messages");
  }

  @Test
  void aFaultThatIsSetMeetsTheNextRequest() throws Exception {
    Sandbox sandbox = start(ModelCatalogue.bundled(), KLING);
    browser.click("#faults summary");
    assertUsable("faults");
    browser.clickButton("Add fault");
    browser.await("document.querySelector('#faults .chip').textContent === '1 to come'");
    browser.click("#run");
    browser.await("document.querySelector('.sent').innerText.includes('serviceUnavailable')");
    browser.await("document.querySelector('#faults .chip').textContent === 'none'");
    browser.click("#tab-exchanges");
    browser.await("document.querySelector('.log .status').textContent === '503'");
    assertUsable("exchanges");
    assertThat(sandbox.ledger().entries()).isEmpty();
  }

  @Test
  void whatComesFromSpecsAndRequestsIsTextAndNeverObeyed() throws Exception {
    Path models = Files.createDirectories(directory.resolve("specs/models"));
    Files.writeString(models.resolve("hostile.yaml"), HOSTILE_SPEC);
    start(ModelCatalogue.of(List.of(directory.resolve("specs"))), "acme:hostile@1");
    browser.await("document.querySelector(\"[data-field='/positivePrompt']\")");
    assertThat(text("#request")).contains("<img src=x onerror=\"window.hacked=1\">");
    browser.click("#tab-text");
    replace("sample text", "</script><img src=x onerror=window.hacked=1>");
    awaitVerdict("No findings");
    browser.click("#run");
    browser.await("document.querySelector('.card[data-state=done] img')?.complete");
    browser.clickButton("What happened");
    browser.await("document.querySelector('.card .exchange pre')");
    assertThat(text(".card")).contains("</script><img src=x onerror=window.hacked=1>");
    assertThat(browser.evaluate("typeof window.hacked").asString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.querySelectorAll('img[src=x]').length").intValue())
        .isZero();
    assertThat(browser.errors()).isEmpty();
  }

  private static final String EDITS =
      """
      (async () => {
        const {contextAt, find, indented, parse, plain, put, remove} = await import("/workbench/json.js");
        let state = 7;
        const random = (below) => (state = (state * 48271) % 2147483647) % below;
        const value = (depth) => [
          () => random(1000) - 500, () => random(2) === 0, () => null,
          () => ["", "a\\"b", "{}", "ä\ud83d\udc0b\\n"][random(4)],
          () => Array.from({length: random(4)}, () => value(depth - 1)),
          () => Object.fromEntries(Array.from({length: random(4)}, (_, i) => [["k", "a b", "\\"", "x/~"][i], value(depth - 1)])),
        ][random(depth > 0 ? 6 : 4)]();
        const applied = (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to);
        const problems = [];
        const same = (what, text, expected) => {
          let is = null;
          try { is = JSON.stringify(JSON.parse(text)); } catch (broken) { is = String(broken); }
          if (is !== JSON.stringify(expected)) problems.push(what + ": " + text + " is not " + JSON.stringify(expected));
        };
        for (let i = 0; i < 400; i++) {
          const whole = {first: value(3), second: value(3)};
          const text = random(2) ? JSON.stringify(whole) : JSON.stringify(whole, null, 2);
          same("read", JSON.stringify(plain(parse(text).root)), whole);
          same("indented", indented(text), whole);
          const path = ["first"];
          for (let at = whole.first; at !== null && typeof at === "object"; ) {
            const keys = Object.keys(at);
            if (keys.length === 0) break;
            const key = keys[random(keys.length)];
            path.push(Array.isArray(at) ? Number(key) : key);
            at = at[key];
          }
          const put1 = structuredClone(whole);
          const parent = path.slice(0, -1).reduce((at, step) => at[step], put1);
          parent[path.at(-1)] = {n: [1]};
          same("put", applied(text, put(text, parse(text).root, path, '{"n":[1]}')), put1);
          const without = structuredClone(whole);
          const from = path.slice(0, -1).reduce((at, step) => at[step], without);
          if (Array.isArray(from)) from.splice(path.at(-1), 1);
          else delete from[path.at(-1)];
          same("remove", applied(text, remove(text, parse(text).root, path)), without);
          same("make", applied(text, put(text, parse(text).root, ["new", "a", "b"], "1")), {...whole, new: {a: {b: 1}}});
          for (let at = 0; at <= text.length; at += 3) {
            contextAt(text, at);
            contextAt(text.slice(0, at), at);
          }
        }
        const huge = '{"seed": 9223372036854775807, "n": 1.0}';
        const kept = applied(huge, put(huge, parse(huge).root, ["p"], '"x"'));
        if (kept !== '{"seed": 9223372036854775807, "n": 1.0, "p": "x"}') problems.push(kept);
        return problems.slice(0, 5).join("\\n");
      })()
      """;

  @Test
  void editsOfATextChangeWhatTheyAreAboutAndNothingElse() throws Exception {
    start(ModelCatalogue.bundled(), KLING);
    assertThat(browser.evaluate(EDITS).asString()).isEmpty();
  }

  private static final String HOSTILE_SPEC =
      """
      callsheet: 1
      model:
        id: acme:hostile@1
        name: '<img src=x onerror="window.hacked=1">'
        status: live
        summary: '</p><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'
      include: [platforms/runware/task]
      parameters:
        taskType: {const: imageInference}
        model: {const: 'acme:hostile@1'}
        positivePrompt: {type: string, minLength: 2, description: '<img src=x onerror="window.hacked=1">'}
      required: [positivePrompt]
      response:
        properties:
          imageUUID: {type: string, format: uuid4}
          imageURL: {type: string, format: uri, media: image}
      """;
}
