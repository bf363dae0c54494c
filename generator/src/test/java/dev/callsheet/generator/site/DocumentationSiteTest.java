package dev.callsheet.generator.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentationSiteTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern LOADED =
      Pattern.compile(
          "<(?:link|script|img|iframe|video|audio|source)\\b[^>]*(?:href|src)=\"(.*?)\"");

  private static final List<ModelSpec> MODELS = RepresentativeModels.list();
  private static Map<String, String> site;

  @TempDir private Path directory;

  @BeforeAll
  static void makeTheSite() {
    site = contents(DocumentationSite.of(MODELS).files());
  }

  @Test
  void hasAPageInHtmlAndInMarkdownForEveryModel() {
    assertThat(site.keySet().stream().filter(name -> name.startsWith("models/")))
        .hasSize(2 * MODELS.size());
    assertThat(site)
        .containsKeys(
            "index.html",
            "llms.txt",
            "style.css",
            "models/klingai-kling-video-o3-pro.html",
            "models/klingai-kling-video-o3-pro.md");
    assertThat(site.get("llms.txt"))
        .contains("](models/klingai-kling-video-o3-pro.md): `klingai:kling-video@o3-pro`");
  }

  @Test
  void namesEveryParameterAndEveryRuleOfEveryModel() {
    List<String> pages =
        site.entrySet().stream()
            .filter(file -> file.getKey().matches("models/.*\\.html"))
            .map(Map.Entry::getValue)
            .toList();
    for (ModelSpec model : MODELS) {
      String title = "<code>" + model.id() + "</code>";
      assertThat(pages)
          .filteredOn(page -> page.contains(title))
          .singleElement()
          .satisfies(
              page ->
                  assertThat(page)
                      .contains(
                          model.rulesAndAdvice().stream()
                              .map(rule -> "id=\"rule-" + rule.id() + "\"")
                              .toList())
                      .contains(
                          ModelPage.of(model)
                              .requestParameters()
                              .map(parameter -> "id=\"" + parameter.anchor() + "\"")
                              .toList()));
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    site.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            assertThat(all(LINK, content))
                .as(name)
                .allSatisfy(link -> assertThat(isReachable(name, link)).as(link).isTrue());
          }
        });
  }

  @Test
  void showsASmallestRequestOfAModeAsJsonAsJavaAndAsACommand() {
    assertThat(section(firstModel(), "mode-text-to-video"))
        .contains(
            "&quot;positivePrompt&quot; : &quot;sample text&quot;",
            "var request = KlingVideo30OmniPro.textToVideo(Size.P1080_",
            "curl https://api.runware.ai/v1 \\",
            "-H &quot;Authorization: Bearer $RUNWARE_API_KEY&quot;");
  }

  @Test
  void everythingThatCanBeFoundIsThere() {
    String script = Objects.requireNonNull(site.get("search-index.js"));
    JsonNode index =
        JsonMapper.builder()
            .build()
            .readTree(script.substring(script.indexOf('['), script.lastIndexOf(';')));
    assertThat(index.values().stream().map(entry -> entry.get("title").stringValue()))
        .contains("Kling VIDEO 3.0 Omni Pro", "providerSettings.klingai.sound", "size-pair");
    assertThat(index.values().stream().map(entry -> entry.get("address").stringValue()))
        .allSatisfy(link -> assertThat(isReachable("index.html", link)).as(link).isTrue());
  }

  @Test
  void saysWhatIsNotProved() {
    assertThat(section(firstModel(), "contradictions"))
        .contains("<code>segments-fill-duration</code>: it adds up numbers");
  }

  @Test
  void noNameForLinksIsThereTwice() {
    site.forEach((name, content) -> assertThat(all(ID, content)).as(name).doesNotHaveDuplicates());
  }

  @Test
  void loadsNothingFromElsewhere() {
    site.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            assertThat(all(LOADED, content)).as(name).noneMatch(link -> link.contains(":"));
          }
        });
    assertThat(site.get("style.css")).doesNotContain("url(", "@import");
  }

  @Test
  void isTheSameForTheSameSpecs() {
    assertThat(contents(DocumentationSite.of(MODELS).files())).isEqualTo(site);
  }

  @Test
  void showsWhatARequestThatBreaksARuleIsRefusedFor() {
    String page = firstModel();
    for (Rule rule :
        ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow().rules()) {
      String section = section(page, "rule-" + rule.id());
      assertThat(section).as(rule.id()).contains(">Passes<");
      if (section.contains("No request breaks it alone:")) {
        assertThat(rule.id()).isEqualTo("ttl-needs-url-output");
      } else {
        assertThat(section).as(rule.id()).contains(">Fails<", "class=\"refusal\"");
      }
    }
    assertThat(section(page, "rule-video-sets-duration"))
        .contains("<code>/duration</code>", "&quot;duration&quot;");
  }

  @Test
  void showsWhichPublishedRulesContradictEachOther() {
    assertThat(section(firstModel(), "contradictions"))
        .contains("#rule-video-input-has-no-generated-audio", "#rule-original-sound-needs-video");
  }

  @Test
  void showsWhatChangedForCallersSinceAnEarlierVersion() throws Exception {
    String now = HOSTILE.replace("TEXT", "a <b> text");
    String then = now.replace("other: {type: string,", "other: {type: integer,");
    assertThat(then).isNotEqualTo(now);
    String page =
        pageOf(DocumentationSite.of(hostile(now)).since("v1 <b>", hostile(then)), ".html");
    assertThat(section(page, "changes"))
        .contains("Changes since v1 &lt;b&gt;", "<strong>major</strong>", "Breaking:</span>")
        .contains("<code>other</code>", "was valid, and is not:");
    String unchanged =
        pageOf(DocumentationSite.of(hostile(now)).since("v1", hostile(now)), ".html");
    assertThat(section(unchanged, "changes")).contains("None for callers.");
    assertThat(pageOf(DocumentationSite.of(hostile(now)), ".html")).doesNotContain("changes");
    assertThat(pageOf(DocumentationSite.of(hostile(now)).since("v1", hostile(then)), ".md"))
        .contains("## Changes since v1", "Version step: **major**", "- **Breaking**: `other` ");
  }

  private List<ModelSpec> hostile(String spec) throws Exception {
    Files.writeString(directory.resolve("hostile.yaml"), spec);
    return ModelCatalogue.of(List.of(directory)).matching("acme:*");
  }

  private static String pageOf(DocumentationSite site, String ending) {
    return Objects.requireNonNull(contents(site.files()).get("models/acme-hostile-1" + ending));
  }

  @Test
  void noTextOfASpecBecomesMarkup() throws Exception {
    String hostile =
        "<script>alert(1)</script>\"'><b>`<i>x</i>` {{title}} [a](javascript:b) \u202e";
    Files.writeString(
        directory.resolve("hostile.yaml"),
        HOSTILE.replace("TEXT", hostile.replace("\\", "\\\\").replace("\"", "\\\"")));
    List<ModelSpec> models = ModelCatalogue.of(List.of(directory)).matching("acme:*");
    assertThat(models).isNotEmpty();
    Map<String, String> files = contents(DocumentationSite.of(models).files());
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            assertThat(content)
                .as(name)
                .doesNotContain("<script>alert", "<b>", "<i>", "href=\"javascript:", "\u202e");
          } else if (name.matches(".*\\.(md|txt)")) {
            assertThat(withoutCode(content))
                .as(name)
                .doesNotContainPattern("(?<!\\\\)<")
                .doesNotContainPattern("(?<!\\\\)\\]\\(javascript:")
                .doesNotContain("\u202e");
          }
        });
    assertThat(files.get("models/acme-hostile-1.html")).contains("{{title}}", "&lt;script&gt;");
  }

  @Test
  void templatesEscapeEveryText() throws Exception {
    try (Stream<Path> templates =
        Files.list(Path.of("src/main/resources/dev/callsheet/generator/site"))) {
      for (Path template :
          templates.filter(file -> file.toString().endsWith(".mustache")).toList()) {
        // The body of a guide is markup, of which GuidesTest holds that it is harmless.
        assertThat(Files.readString(template).replace("\n{{{body}}}\n", ""))
            .as(template.toString())
            .doesNotContain("{{{", "{{&");
      }
    }
  }

  private static final String HOSTILE =
      """
      callsheet: 1
      model:
        id: "acme:hostile@1"
        name: "TEXT"
        creator: "TEXT"
        status: live
        documentation: "javascript:alert(1)"
        summary: "TEXT"
        description: "TEXT"
        deprecated: "TEXT"
      parameters:
        model: {const: "acme:hostile@1", description: "TEXT"}
        text:
          type: string
          pattern: "<b>"
          default: "TEXT"
          description: "TEXT"
          deprecated: "TEXT"
          documented: {"TEXT": "TEXT"}
          note: "TEXT"
          measured: {"TEXT": "TEXT"}
          links: [{title: "TEXT", url: "javascript:alert(1)"}]
        choice:
          description: "TEXT"
          oneOf: [{const: "TEXT", description: "TEXT"}, {const: b, description: "TEXT"}]
        other: {type: string, description: "TEXT"}
        forms:
          description: "TEXT"
          oneOf:
            - {title: "TEXT", description: "TEXT", type: string}
            - {title: "TEXT", description: "TEXT", type: object, properties: {a: {type: string}}}
      modes:
        plain: {provides: [], description: "TEXT"}
        with-other: {provides: [other], description: "TEXT"}
      rules:
        - id: first
          description: "TEXT"
          when: other
          require: choice
          documented: {when: other, forbid: [choice]}
          contradicts: second
          note: "TEXT"
        - id: second
          description: "TEXT"
          when: {choice: {const: "TEXT"}}
          require: forms
      pricing:
        currency: USD
        overview: "TEXT"
        complete: false
        charges:
          - id: one
            rates: [{label: "TEXT", price: 1, when: {choice: {const: "TEXT"}}}]
      response: {properties: {field: {type: string, description: "TEXT"}}}
      examples: [{title: "TEXT", mode: plain, media: "javascript:alert(1)"}]
      """;

  /** A text in Markdown without its spans and blocks of code. */
  private static String withoutCode(String markdown) {
    return markdown
        .replaceAll("(?s)```json\\n.*?\\n```", "")
        .replaceAll("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)", "");
  }

  private static String firstModel() {
    return Objects.requireNonNull(site.get("models/klingai-kling-video-o3-pro.html"));
  }

  private static boolean isReachable(String page, String link) {
    if (link.startsWith("https://") || link.startsWith("http://")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    String file =
        parts[0].isEmpty()
            ? page
            : Path.of("/" + page).resolveSibling(parts[0]).normalize().toString().substring(1);
    String content = site.get(file);
    return content != null && (parts.length == 1 || content.contains(" id=\"" + parts[1] + "\""));
  }

  /** A page from the tag with an id to the next heading of a section's rank. */
  private static String section(String page, String id) {
    int start = page.indexOf(" id=\"" + id + "\"");
    assertThat(start).as(id).isPositive();
    Matcher end = Pattern.compile("</section>").matcher(page);
    return page.substring(start, end.find(start) ? end.start() : page.length());
  }

  private static List<String> all(Pattern pattern, String content) {
    return pattern.matcher(content).results().map(match -> match.group(1)).toList();
  }

  private static Map<String, String> contents(List<GeneratedFile> files) {
    Map<String, String> contents = new TreeMap<>();
    files.forEach(file -> contents.put(file.path(), file.content()));
    return contents;
  }
}
