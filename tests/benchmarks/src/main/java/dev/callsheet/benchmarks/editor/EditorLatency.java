package dev.callsheet.benchmarks.editor;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestLineGenerator;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsheet lsp} on a file of a thousand requests, from a key to what it changes. */
public final class EditorLatency implements BenchmarkComparison {
  private static final int REQUESTS = 1000;
  private static final int WARM_UP = 30;
  private static final int KEYS = 60;
  private static final double GOAL_MILLIS = 100;

  private static final List<Share> SHARES =
      List.of(
          new Share("none wrong", 0),
          new Share("every tenth wrong", 0.1),
          new Share("all wrong", 1));

  /** How many of the requests are wrong. */
  private record Share(String name, double ofWrong) {}

  /** What is waited for, in milliseconds, one figure for each key. */
  private record Waits(
      List<Double> findings, List<Double> completion, List<Double> hover, List<Double> repairs) {
    Waits() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    String[] row(String name) {
      return new String[] {
        name, figure(findings), figure(completion), figure(hover), figure(repairs)
      };
    }

    private static String figure(List<Double> waits) {
      return FigureFormat.of(median(waits), " ms");
    }
  }

  /** A step that may fail as a pipe does. */
  private interface Step {
    void run() throws IOException;
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace) throws IOException {
    MarkdownTable table =
        new MarkdownTable("1,000 requests", "findings", "completion", "hover", "repairs");
    List<PerformanceGoal> goals = new ArrayList<>();
    List<CorpusRequest> samples =
        RequestCorpus.read(workplace.root()).stream()
            .filter(RequestCorpus::isForFirstModel)
            .toList();
    try (LanguageServerClient server =
        new LanguageServerClient(List.of(workplace.callsheet(), "lsp"))) {
      server.ask("initialize", Map.of("capabilities", Map.of()));
      server.send("initialized", Map.of());
      for (Share share : SHARES) {
        Waits waits = type(server, share, document(samples, share.ofWrong()));
        table.row(waits.row(share.name()));
        goals.add(
            PerformanceGoal.atMost(
                "findings after a key, " + share.name(),
                GOAL_MILLIS,
                median(waits.findings()),
                " ms"));
      }
    }
    return new ReportSection(
        "P10",
        "a key in an editor",
        String.format(
            "`callsheet lsp` in a process of its own, with a file of %,d requests of about 830 bytes for one model open. A"
                + " character is typed into a prompt in its middle, again and again at other requests; what is waited for are"
                + " the findings about the file with it (of which a thousand are shown at most), then what can be written"
                + " there, what is known of it, and how a finding nearby is repaired. 20 ms of the first are the server's"
                + " own, in which fast typing becomes one change. The median of %d keys counts, after %d others.",
            REQUESTS, KEYS, WARM_UP),
        List.of(table),
        goals);
  }

  private static Waits type(LanguageServerClient server, Share share, String text)
      throws IOException {
    String uri = "file:///requests/" + share.name().replace(' ', '-') + ".json";
    Map<String, Object> document = Map.of("uri", uri);
    server.send(
        "textDocument/didOpen",
        Map.of(
            "textDocument", Map.of("uri", uri, "languageId", "json", "version", 1, "text", text)));
    JsonNode findings = findings(server, uri, 1);
    if (findings.isEmpty() != (share.ofWrong() == 0)) {
      throw new DisagreementException(
          "the server finds " + findings.size() + " in " + share.name());
    }
    List<String> lines = text.lines().toList();
    List<Integer> prompts = new ArrayList<>();
    for (int line = lines.size() / 2; line < lines.size(); line++) {
      if (lines.get(line).contains("\"positivePrompt\" : \"")) {
        prompts.add(line);
      }
    }
    Waits waits = new Waits();
    for (int key = 0; key < WARM_UP + KEYS; key++) {
      Waits counted = key < WARM_UP ? new Waits() : waits;
      int line = prompts.get(key % prompts.size());
      int column = lines.get(line).indexOf(" : \"") + 4;
      Map<String, Object> at = Map.of("line", line, "character", column);
      Map<String, Object> range = Map.of("start", at, "end", at);
      int version = key + 2;
      counted
          .findings()
          .add(
              millis(
                  () -> {
                    server.send(
                        "textDocument/didChange",
                        Map.of(
                            "textDocument",
                            Map.of("uri", uri, "version", version),
                            "contentChanges",
                            List.of(Map.of("range", range, "text", "a"))));
                    findings(server, uri, version);
                  }));
      Map<String, Object> question = Map.of("textDocument", document, "position", at);
      counted.completion().add(millis(() -> server.ask("textDocument/completion", question)));
      counted.hover().add(millis(() -> server.ask("textDocument/hover", question)));
      Map<String, Object> around =
          Map.of(
              "start",
              Map.of("line", line - 10, "character", 0),
              "end",
              Map.of("line", line + 10, "character", 0));
      counted
          .repairs()
          .add(
              millis(
                  () ->
                      server.ask(
                          "textDocument/codeAction",
                          Map.of(
                              "textDocument",
                              document,
                              "range",
                              around,
                              "context",
                              Map.of("diagnostics", List.of())))));
    }
    return waits;
  }

  private static JsonNode findings(LanguageServerClient server, String uri, int version)
      throws IOException {
    return server
        .await(
            message ->
                message.path("method").asString("").equals("textDocument/publishDiagnostics")
                    && message.at("/params/uri").asString("").equals(uri)
                    && message.at("/params/version").asInt(0) == version)
        .at("/params/diagnostics");
  }

  private static double millis(Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> waits) {
    return waits.stream().sorted().skip(waits.size() / 2).findFirst().orElseThrow();
  }

  private static String document(List<CorpusRequest> samples, double shareOfWrong)
      throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new RequestLineGenerator(samples, shareOfWrong).write(REQUESTS, lines);
    return lines
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).toPrettyString())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
