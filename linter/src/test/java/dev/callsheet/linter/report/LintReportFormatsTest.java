package dev.callsheet.linter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsheet.linter.FreshUuids;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.report.SarifLogWriter;
import dev.callsheet.linter.testing.DistinctUuids;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form of report on requests, held to the standard it claims to follow. */
class LintReportFormatsTest {
  private static final Path STANDARDS = Path.of("src", "test", "resources", "standards");
  private static final Path PAIRS = Path.of("src", "test", "resources", "lint");
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  private static final String KEY = "Zk3Rt9Vw2Qx7Lm5Np8Bc4Hd6Jf1Gs0Ya";
  private static final String EDIT =
      """
      [{
        "taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
        "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "At night",
        "inputs": {
          "video": "41053fb2-e7c2-4ba4-b4cd-ce0d546e079c"
        },
        "duration": 8
      }]
      """;

  @Test
  void sarifIsValidAgainstItsSchema() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(read(STANDARDS, "sarif-schema-2.1.0.json"));
    var validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schema);
    String log = report(out -> new SarifReport(out, CATALOGUE), everyGoldenFile());
    assertThat(validator.validate(JsonMapper.shared().readTree(log))).isEmpty();
    JsonNode broken = JsonMapper.shared().readTree(log.replace("\"ruleIndex\"", "\"index\""));
    assertThat(validator.validate(broken)).isNotEmpty();
  }

  /** No locale has other digits, other capitals or other separators for a program to read. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "tr-TR", "de-DE"})
  void reportsAreTheSameInEveryLocale(String locale) throws IOException {
    Locale before = Locale.getDefault();
    List<String> expected = everyReport();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertThat(everyReport()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> everyReport() throws IOException {
    Map<String, byte[]> contents = everyGoldenFile();
    ReportFormat.TextStyle style = new ReportFormat.TextStyle(false, true, true);
    return Arrays.stream(ReportFormat.values())
        .map(
            format ->
                report(out -> format.newReport(out, style, CATALOGUE, Severity.ERROR), contents))
        .map(FreshUuids::allMasked)
        .toList();
  }

  @Test
  void codeHostsAreGivenPathsFromTheRepositorysRoot() {
    String path = "./src/test/../test/resources/lint/array-of-tasks.json";
    String task = "{\"taskType\": \"png\"}";
    Map<String, byte[]> contents = Map.of(path, task.getBytes(StandardCharsets.UTF_8));
    String uri =
        sarif(report(out -> new SarifReport(out, CATALOGUE), contents))
            .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .asString();
    assertThat(uri).endsWith("src/test/resources/lint/array-of-tasks.json").doesNotStartWith(".");
    assertThat(report(out -> new GitHubReport(out, false), contents))
        .startsWith("::error file=" + uri + ",line=1");
  }

  @Test
  void everySarifResultLinksToItsRule() throws IOException {
    JsonNode run = sarif(report(out -> new SarifReport(out, CATALOGUE), everyGoldenFile()));
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(run.path("results"))
        .isNotEmpty()
        .allSatisfy(
            result ->
                assertThat(rules.get(result.path("ruleIndex").asInt()).path("id"))
                    .isEqualTo(result.path("ruleId")));
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.at("/shortDescription/text").asString()).endsWith(".");
              assertThat(rule.at("/help/markdown").asString()).contains("--explain");
            });
  }

  @Test
  void sarifDescribesEveryStaleEntryRule() {
    RuleDescriptions texts = new RuleDescriptions(CATALOGUE);
    for (StaleEntryRule rule : StaleEntryRule.values()) {
      SarifLogWriter.RuleDescriptor described = texts.of(rule.id());
      assertThat(described.meaning()).isEqualTo(rule.meaning());
      assertThat(described.help()).startsWith(rule.advice()).contains("--explain " + rule.id());
      assertThat(described.level()).isEqualTo("warning");
    }
  }

  @Test
  void sarifContainsRegionAndRelatedLocations() {
    JsonNode result = sarif(report(out -> new SarifReport(out, CATALOGUE), EDIT)).at("/results/0");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":7,\"startColumn\":3,\"endColumn\":13}");
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("/0/duration");
    assertThat(result.at("/relatedLocations/0/message/text").asString())
        .isEqualTo("/0/inputs/video");
  }

  @Test
  void sarifContainsRepairsAsTextReplacements() {
    JsonNode fix =
        sarif(report(out -> new SarifReport(out, CATALOGUE), EDIT)).at("/results/0/fixes/0");
    assertThat(fix.at("/description/text").asString()).isEqualTo("remove `duration`");
    JsonNode change = fix.at("/artifactChanges/0");
    assertThat(change.at("/artifactLocation/uri").asString()).isEqualTo("a.json");
    assertThat(change.at("/replacements/0/deletedRegion/endLine").asInt()).isEqualTo(7);
  }

  @Test
  void fingerprintsStayWhenLinesAndTasksMove() {
    String task = EDIT.substring(1, EDIT.lastIndexOf(']'));
    List<String> before = fingerprints("[" + task + "]");
    String moved = "[\n\n{\"taskType\": \"ping\"}, " + task + ", " + task + "]";
    List<String> after = fingerprints(DistinctUuids.in(moved));
    assertThat(after).hasSize(2).doesNotHaveDuplicates().startsWith(before.get(0));
  }

  @Test
  void junitIsValidAgainstBothSchemas() throws Exception {
    String xml = report(out -> new JUnitReport(out, Severity.ERROR), everyGoldenFile());
    validate("junit-10.xsd", xml);
    String suites = xml.substring(xml.indexOf("  <testsuite "), xml.indexOf("</testsuites>"));
    for (String suite : suites.split("(?<=</testsuite>)\\s*", -1)) {
      if (!suite.isBlank()) {
        validate("surefire-test-report.xsd", suite.strip());
      }
    }
    assertThatCode(() -> validate("junit-10.xsd", xml.replace("classname", "class")))
        .isInstanceOf(org.xml.sax.SAXException.class);
  }

  @Test
  void junitCountsOnlyFailingFindings() {
    String xml = report(out -> new JUnitReport(out, Severity.ERROR), EDIT);
    assertThat(xml)
        .contains("<testsuites name=\"callsheet lint\" tests=\"2\" failures=\"1\" errors=\"1\">")
        .contains("<testcase name=\"video-sets-duration at 7:3\" classname=\"a.json\" time=\"0\">");
  }

  @Test
  void githubCommandsAreEscaped() {
    StringWriter out = new StringWriter();
    ReportingSink reporting = new ReportingSink(List.of(new GitHubReport(out, false)));
    LINTER
        .lint("a,b:c%\n::error::.json", "{\"model\":\"x:y%@1\"}".getBytes(StandardCharsets.UTF_8))
        .findings()
        .forEach(reporting::onFinding);
    reporting.finish();
    assertThat(out.toString())
        .startsWith(
            "::error file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.json,line=1,col=10,endColumn=18,"
                + "title=unknown-model::")
        .contains("`x:y%25@1`")
        .hasLineCount(1);
  }

  @Test
  void gitLabIsGivenIssuesWithFingerprintsOfTheirOwn() throws IOException {
    JsonNode issues = parse(report(GitLabReport::new, everyGoldenFile()));
    assertThat(issues.size()).isGreaterThan(100);
    assertThat(issues.valueStream().map(issue -> issue.path("fingerprint").asString()))
        .doesNotHaveDuplicates();
    assertThat(issues.valueStream().map(issue -> issue.path("severity").asString()))
        .contains("major", "info")
        .isSubsetOf("blocker", "major", "minor", "info");
    String twice = EDIT.replace("\"duration\"", "\"ttl\": 5, \"duration\"");
    JsonNode issue = parse(report(GitLabReport::new, twice)).path(1);
    assertThat(issue.path("check_name").asString()).isEqualTo("video-sets-duration");
    assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(7);
    assertThat(issue.at("/location/path").asString()).endsWith("a.json");
    assertThat(issue.path("description").asString()).contains("leave out `duration`");
  }

  @Test
  void noReportShowsASecret() {
    String request = EDIT.replace("\"duration\": 8", "\"apiKey\": \"" + KEY + "\"");
    for (Function<Writer, LintReport> form : forms().values()) {
      assertThat(report(form, request)).contains("secret-in-request").doesNotContain(KEY);
    }
  }

  @Test
  void reportsStopAtTheFindingLimit() {
    StringWriter out = new StringWriter();
    ReportingSink reporting =
        new ReportingSink(
            List.of(new TextReport(out, new ReportFormat.TextStyle(false, true, true))), 1);
    String twice = EDIT.replace("\"duration\"", "\"ttl\": 5, \"duration\"");
    LINTER
        .lint("a.json", twice.getBytes(StandardCharsets.UTF_8))
        .findings()
        .forEach(reporting::onFinding);
    reporting.onInputLinted("a.json", 1);
    reporting.finish();
    assertThat(out.toString())
        .contains("[out-of-range]")
        .doesNotContain("[video-sets-duration]")
        .endsWith("1 file, 1 request: 2 errors, 0 warnings, 1 of them not shown\n");
  }

  @Test
  void theTextReportCountsNotesAndOthersHaveThem() {
    String noted =
        """
        {"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
         "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "A whale",
         "width": 1920, "height": 1080, "providerSettings": {"klingai": {"sound": true}}}
        """;
    assertThat(
            report(
                out -> new TextReport(out, new ReportFormat.TextStyle(false, true, false)), noted))
        .startsWith("1 file, 1 request: 0 errors, 0 warnings, 1 note (shown with --notes)");
    assertThat(report(JsonReport::new, noted)).contains("\"severity\" : \"note\"", "\"notes\" : 1");
    assertThat(
            sarif(report(out -> new SarifReport(out, CATALOGUE), noted))
                .at("/results/0/level")
                .stringValue())
        .isEqualTo("note");
    assertThat(report(out -> new GitHubReport(out, false), noted)).startsWith("::notice file=");
    assertThat(report(out -> new JUnitReport(out, Severity.WARNING), noted))
        .contains("failures=\"0\"")
        .contains("<system-out>");
  }

  @Test
  void notesTakeNoRoomOfErrors() {
    StringWriter out = new StringWriter();
    ReportingSink reporting =
        new ReportingSink(
            List.of(new TextReport(out, new ReportFormat.TextStyle(false, true, true))), 1);
    String noteBeforeError =
        """
        [{"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
          "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "A whale",
          "width": 1920, "height": 1080, "providerSettings": {"klingai": {"sound": true}}}, 3]
        """;
    LINTER
        .lint("a.json", noteBeforeError.getBytes(StandardCharsets.UTF_8))
        .findings()
        .forEach(reporting::onFinding);
    reporting.onInputLinted("a.json", 2);
    reporting.finish();
    assertThat(out.toString())
        .contains(": error: ")
        .endsWith("1 file, 2 requests: 1 error, 0 warnings, 1 note\n");
  }

  private static Map<String, Function<Writer, LintReport>> forms() {
    return Map.of(
        "text", out -> new TextReport(out, new ReportFormat.TextStyle(false, true, true)),
        "json", JsonReport::new,
        "sarif", out -> new SarifReport(out, CATALOGUE),
        "github", out -> new GitHubReport(out, true),
        "gitlab", GitLabReport::new,
        "junit", out -> new JUnitReport(out, Severity.ERROR));
  }

  private static JsonNode parse(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static List<String> fingerprints(String text) {
    return sarif(report(out -> new SarifReport(out, CATALOGUE), text))
        .path("results")
        .valueStream()
        .map(result -> result.at("/partialFingerprints/callsheet~1v1").asString())
        .toList();
  }

  private static JsonNode sarif(String log) {
    return JsonMapper.shared().readTree(log).at("/runs/0");
  }

  private static Map<String, byte[]> everyGoldenFile() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(PAIRS)) {
      for (Path file : files.filter(each -> each.toString().matches(".*\\.jsonl?")).toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static String report(Function<Writer, LintReport> form, String text) {
    return report(form, Map.of("a.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String report(Function<Writer, LintReport> form, Map<String, byte[]> contents) {
    StringWriter out = new StringWriter();
    ReportingSink reporting = new ReportingSink(List.of(form.apply(out)));
    contents.forEach(
        (name, content) -> {
          LintResult result = LINTER.lint(name, content);
          result.findings().forEach(reporting::onFinding);
          reporting.onInputLinted(name, result.requests());
        });
    reporting.onUnreadableInput(new UnreadableInput("\u0001<gone>.json", "there is no such file"));
    reporting.finish();
    return out.toString();
  }

  private static void validate(String schema, String xml) throws Exception {
    Schema validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(STANDARDS.resolve(schema).toFile());
    validator.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static String read(Path directory, String name) throws IOException {
    return Files.readString(directory.resolve(name))
        .replaceFirst("^" + Pattern.quote("\uFEFF"), "");
  }
}
