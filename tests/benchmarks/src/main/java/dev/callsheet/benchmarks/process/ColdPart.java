package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.benchmarks.corpus.Sample;
import dev.callsheet.benchmarks.report.Disagreement;
import dev.callsheet.benchmarks.report.Figures;
import dev.callsheet.benchmarks.report.Goal;
import dev.callsheet.benchmarks.report.Part;
import dev.callsheet.benchmarks.report.Section;
import dev.callsheet.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code callsheet lint} on one small file, from a cold start. */
public final class ColdPart implements Part {
  private static final int ROUNDS = 15;

  @Override
  public Section measure(Workplace workplace) throws IOException, InterruptedException {
    Path folder = workplace.folder("cold");
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, Corpus.schema(Corpus.firstModel()).toString());
    List<Sample> samples =
        Corpus.read(workplace.root()).stream().filter(Corpus::isForFirstModel).toList();
    Table table = new Table("one file", "right", "", "wrong", "");
    List<Command> right = commands(workplace, folder, schema, first(samples, true));
    List<Command> wrong = commands(workplace, folder, schema, first(samples, false));
    Race toRight = race(right, true);
    Race toWrong = race(wrong, false);
    for (int i = 0; i < right.size(); i++) {
      double rightSeconds = toRight.median(right.get(i)).seconds();
      double wrongSeconds = toWrong.median(wrong.get(i)).seconds();
      table.row(
          right.get(i).name(),
          Figures.of(1000 * rightSeconds, " ms"),
          Figures.times(rightSeconds / toRight.median(right.get(0)).seconds()),
          Figures.of(1000 * wrongSeconds, " ms"),
          Figures.times(wrongSeconds / toWrong.median(wrong.get(0)).seconds()));
    }
    return new Section(
        "P4",
        "one small file, from a cold start",
        "Whole processes, each judging one request of `tests/requests`. Here the median round counts. `callsheet lint`"
            + " finds the model's spec by itself; the others are handed its exported schema.",
        List.of(table),
        List.of(goal("right", toRight, right), goal("wrong", toWrong, wrong)));
  }

  private static Goal goal(String name, Race race, List<Command> commands) {
    double ours = race.median(commands.get(0)).seconds();
    double ajv = race.median(commands.get(1)).seconds();
    return Goal.atMost("a " + name + " request, of what ajv-cli takes", 1, ours / ajv, " x");
  }

  private static Race race(List<Command> commands, boolean right)
      throws IOException, InterruptedException {
    for (Command command : commands) {
      if ((command.run().status() == 0) != right) {
        throw new Disagreement(command.name() + " errs: " + Files.readString(command.output()));
      }
    }
    return new Race(commands, ROUNDS);
  }

  private static String first(List<Sample> samples, boolean right) {
    return samples.stream()
        .filter(sample -> sample.right() == right)
        .filter(sample -> right || !sample.toString().endsWith("wrong-format.json"))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static List<Command> commands(
      Workplace workplace, Path folder, Path schema, String request) {
    return List.of(
        new Command(
            "`callsheet lint`",
            List.of(workplace.callsheet(), "lint", request),
            folder,
            folder.resolve("callsheet.txt")),
        new Command(
            "`ajv validate` of ajv-cli",
            List.of(
                workplace.npm("node_modules/.bin/ajv").toString(),
                "validate",
                "--spec=draft2020",
                "--strict=false",
                "--all-errors",
                "-c",
                "ajv-formats",
                "-s",
                schema.toString(),
                "-d",
                request),
            workplace.npm(""),
            folder.resolve("ajv.txt")),
        new Command(
            "`jsonschema validate` of sourcemeta",
            List.of(
                workplace.npm("node_modules/.bin/jsonschema").toString(),
                "validate",
                "--format-assertion",
                schema.toString(),
                request),
            folder,
            folder.resolve("sourcemeta.txt")));
  }
}
