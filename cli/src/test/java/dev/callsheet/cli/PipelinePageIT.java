package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/ci.md shows, done as it is printed in a repository that has a wrong request. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PipelinePageIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));
  private static final Path DOCS = Path.of("../docs");
  private static final Path STANDARDS = Path.of("../linter/src/test/resources/standards");
  private static final Pattern PAGE_YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;
  private ScriptCheckout repository;

  @BeforeEach
  void aRepositoryWithAWrongRequest() throws IOException {
    repository = ScriptCheckout.at(directory.resolve("repository"));
    Path requests = Files.createDirectory(repository.root().resolve("requests"));
    Files.copy(
        Path.of(RequestFixtures.invalid("video-sets-duration")), requests.resolve("evening.json"));
  }

  @Test
  void theScriptOfTheGitLabJobLeavesACodeQualityReport() throws Exception {
    JsonNode job = yaml(DOCS.resolve("ci/gitlab-ci.yml")).path("lint-requests");
    assertThat(job.propertyNames())
        .containsExactlyInAnyOrder("variables", "cache", "script", "artifacts");
    CommandResult result = sh(job.path("script").valueStream().map(JsonNode::asString).toList());
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(result.out()).contains("[video-sets-duration]");

    // https://docs.gitlab.com/ci/testing/code_quality, "Code Quality report format"
    String artifact = job.at("/artifacts/reports/codequality").asString();
    JsonNode report = JsonMapper.shared().readTree(repository.root().resolve(artifact).toFile());
    assertThat(report).hasSize(1);
    JsonNode finding = report.get(0);
    assertThat(finding.path("description").asString()).startsWith("An edit is as long as");
    assertThat(finding.path("check_name").asString()).isEqualTo("video-sets-duration");
    assertThat(finding.path("fingerprint").asString()).matches("[0-9a-f]{32}:1");
    assertThat(finding.path("severity").asString())
        .isIn("info", "minor", "major", "critical", "blocker");
    assertThat(finding.at("/location/path").asString()).isEqualTo("requests/evening.json");
    assertThat(finding.at("/location/lines/begin").isInt()).isTrue();
  }

  @Test
  void theStepsOfTheJenkinsPipelineLeaveReportsThatJenkinsReads() throws Exception {
    String pipeline = Files.readString(DOCS.resolve("ci/Jenkinsfile"));
    CommandResult result = sh(quoted(pipeline, "sh '(.*)'"));
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.FINDINGS);

    Path junit = repository.root().resolve(quoted(pipeline, "testResults: '(.*?)'").get(0));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(STANDARDS.resolve("junit-10.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(junit.toFile()));
    assertThat(junit).content().contains("<failure", "requests/evening.json");

    Path sarif = repository.root().resolve(quoted(pipeline, "sarif\\(pattern: '(.*?)'").get(0));
    JsonNode log = JsonMapper.shared().readTree(sarif.toFile());
    JsonNode schema =
        JsonMapper.shared()
            .readTree(
                Files.readString(STANDARDS.resolve("sarif-schema-2.1.0.json"))
                    .replaceFirst("^\uFEFF", ""));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(schema)
                .validate(log))
        .isEmpty();
    assertThat(log.at("/runs/0/results/0/ruleId").asString()).isEqualTo("video-sets-duration");
  }

  @Test
  void theWorkflowGivesTheActionWhatItTakes() throws IOException {
    JsonNode action = yaml(Path.of("../action.yml"));
    Collection<String> inputs = action.path("inputs").propertyNames();
    List<JsonNode> steps =
        yaml(DOCS.resolve("ci/github-workflow.yml"))
            .at("/jobs/lint/steps")
            .valueStream()
            .filter(step -> step.path("uses").asString("").contains("callsheet@"))
            .toList();
    assertThat(steps).hasSize(1);
    assertThat(inputs).containsAll(steps.get(0).path("with").propertyNames());
    String page = Files.readString(DOCS.resolve("ci.md"));
    assertThat(inputs).allSatisfy(input -> assertThat(page).contains("`" + input + "`"));
  }

  @Test
  void theHookLintsWhatIsCommitted() throws Exception {
    JsonNode hook = yaml(Path.of("../.pre-commit-hooks.yaml")).get(0);
    assertThat(hook.path("language").asString()).isEqualTo("script");
    // As pre-commit does: the entry is split, its first word is a file of the hook's repository,
    // and the names of the files that are committed and match follow.
    String evening = "requests/evening.json";
    assertThat(evening).containsPattern(hook.path("files").asString());
    CommandResult result = sh(List.of("./" + hook.path("entry").asString() + " " + evening));
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(result.out()).startsWith(evening + ":9:3: error: ");
  }

  @Test
  void preCommitRunsTheHook() throws Exception {
    assumeTrue(ShellSession.has("command -v pre-commit"), "pre-commit");
    Files.copy(
        Path.of("../.pre-commit-hooks.yaml"), repository.root().resolve(".pre-commit-hooks.yaml"));
    Files.createDirectory(directory.resolve("user"));
    String config =
        PAGE_YAML
            .matcher(Files.readString(DOCS.resolve("ci.md")))
            .results()
            .map(block -> block.group(1))
            .findFirst()
            .orElseThrow();
    assertThat(config).contains("https://github.com/callsheet/callsheet", "COMMIT");
    Files.writeString(
        directory.resolve("user/.pre-commit-config.yaml"),
        config.replace("https://github.com/callsheet/callsheet", repository.root().toString()));
    CommandResult result =
        sh(
            List.of(
                "commit() { git init -q && git add . && git -c user.name=a -c user.email=a@b.invalid"
                    + " commit -q -m a && git rev-parse HEAD; }",
                "rev=$(commit)",
                "cd ../user",
                "cp -r ../repository/requests .",
                "sed -i.bak \"s/COMMIT/$rev/\" .pre-commit-config.yaml && rm .*.bak",
                "commit >&2",
                "PRE_COMMIT_HOME=$PWD/../pre-commit pre-commit run --all-files"));
    assertThat(result.status()).as(result.out() + result.err()).isEqualTo(1);
    assertThat(result.out())
        .contains("callsheet lint", "Failed", "requests/evening.json:9:3: error: ");
  }

  private CommandResult sh(List<String> lines) throws Exception {
    return ShellSession.run(
        repository.root(),
        Map.of("CALLSHEET_JAR", JAR.toAbsolutePath().toString()),
        String.join("\n", lines));
  }

  private static List<String> quoted(String text, String expression) {
    List<String> found =
        Pattern.compile(expression).matcher(text).results().map(match -> match.group(1)).toList();
    assertThat(found).as(expression).isNotEmpty();
    return found;
  }

  private static JsonNode yaml(Path file) throws IOException {
    return YamlTree.parse(Files.readString(file));
  }
}
