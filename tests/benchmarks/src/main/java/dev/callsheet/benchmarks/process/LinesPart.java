package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.benchmarks.corpus.RequestLines;
import dev.callsheet.benchmarks.corpus.Sample;
import dev.callsheet.benchmarks.report.Disagreement;
import dev.callsheet.benchmarks.report.Figures;
import dev.callsheet.benchmarks.report.Goal;
import dev.callsheet.benchmarks.report.Part;
import dev.callsheet.benchmarks.report.Section;
import dev.callsheet.benchmarks.report.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code callsheet lint} on a file of a million requests, beside the fastest there are. */
public final class LinesPart implements Part {
  private static final int LINES = 1_000_000;
  private static final double SHARE_OF_WRONG = 0.01;
  private static final int ROUNDS = 3;

  @Override
  public Section measure(Workplace workplace) throws IOException, InterruptedException {
    Path folder = workplace.folder("lines");
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, Corpus.schema(Corpus.firstModel()).toString());
    Path file = file(folder, Corpus.read(workplace.root()));
    List<LineJudge> judges = judges(workplace, folder, file, schema);
    Race race = new Race(judges.stream().map(LineJudge::command).toList(), ROUNDS);
    int wrong = requireAgreement(judges);
    return section(race, judges, Files.size(file), wrong);
  }

  private static Path file(Path folder, List<Sample> samples) throws IOException {
    Path file = folder.resolve("requests-" + LINES + ".jsonl");
    if (!Files.exists(file)) {
      List<Sample> ours = samples.stream().filter(Corpus::isForFirstModel).toList();
      Path whole = folder.resolve("unfinished.jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 20)) {
        new RequestLines(ours, SHARE_OF_WRONG).write(LINES, out);
      }
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static List<LineJudge> judges(Workplace workplace, Path folder, Path file, Path schema) {
    String name = file.getFileName().toString();
    return List.of(
        new LineJudge(
            new Command(
                "`callsheet lint`",
                List.of(workplace.callsheet(), "lint", name),
                folder,
                folder.resolve("callsheet.txt")),
            Pattern.compile(Pattern.quote(name) + ":(\\d+):\\d+: error: ")),
        new LineJudge(
            new Command(
                "ajv 8, compiled, in Node.js",
                List.of(
                    "node",
                    workplace.npm("ajv-lines.mjs").toString(),
                    schema.toString(),
                    file.toString()),
                folder,
                folder.resolve("ajv.txt")),
            Pattern.compile(Pattern.quote(file.toString()) + ":(\\d+): ")),
        new LineJudge(
            new Command(
                "`jsonschema validate --fast` of sourcemeta",
                List.of(
                    workplace.npm("node_modules/.bin/jsonschema").toString(),
                    "validate",
                    "--fast",
                    "--format-assertion",
                    "--continue",
                    schema.toString(),
                    file.toString()),
                folder,
                folder.resolve("sourcemeta.txt")),
            Pattern.compile("fail: .*\\(entry #(\\d+)\\)")));
  }

  private static int requireAgreement(List<LineJudge> judges) throws IOException {
    TreeSet<Integer> ours = judges.get(0).wrong();
    for (LineJudge judge : judges) {
      if (!judge.wrong().equals(ours) || ours.isEmpty()) {
        throw new Disagreement(
            judge.command().name()
                + " finds "
                + judge.wrong().size()
                + " lines wrong, Callsheet "
                + ours.size());
      }
    }
    return ours.size();
  }

  private static Section section(Race race, List<LineJudge> judges, long bytes, int wrong) {
    Table table = new Table("a million requests", "time", "", "MB/s", "cores busy", "most memory");
    Execution ours = race.best(judges.get(0).command());
    for (LineJudge judge : judges) {
      Execution best = race.best(judge.command());
      table.row(
          judge.command().name(),
          Figures.of(best.seconds(), " s"),
          Figures.times(best.seconds() / ours.seconds()),
          Figures.of(bytes / 1e6 / best.seconds(), ""),
          Figures.of(best.usage().cpuSeconds() / best.seconds(), ""),
          Figures.of(race.peakMegabytes(judge.command()), " MB"));
    }
    return new Section(
        "P3",
        "a million requests in one file",
        String.format(
            "Whole processes on a `.jsonl` file of %,d requests for one model, %.0f MB, of which %,d are wrong; all three"
                + " find the same ones. Callsheet says what is wrong, where, and shows the place; ajv collects all errors"
                + " and says them with pointers; sourcemeta shows the wrong request.",
            LINES, bytes / 1e6, wrong),
        List.of(table),
        List.of(
            Goal.atLeast("ajv takes", 5, times(race, judges.get(1), ours), " x"),
            Goal.atLeast("sourcemeta takes", 8, times(race, judges.get(2), ours), " x"),
            Goal.atMost("memory", 300, race.peakMegabytes(judges.get(0).command()), " MB"),
            Goal.atLeast(
                "of two cores", 1.8, ours.usage().cpuSeconds() / ours.seconds(), " busy")));
  }

  private static double times(Race race, LineJudge judge, Execution ours) {
    return race.best(judge.command()).seconds() / ours.seconds();
  }
}
