package dev.callsheet.benchmarks;

import dev.callsheet.benchmarks.checking.CheckPart;
import dev.callsheet.benchmarks.flight.FlightPart;
import dev.callsheet.benchmarks.linting.BytesPart;
import dev.callsheet.benchmarks.process.ColdPart;
import dev.callsheet.benchmarks.process.GeneratePart;
import dev.callsheet.benchmarks.process.LinesPart;
import dev.callsheet.benchmarks.process.Workplace;
import dev.callsheet.benchmarks.report.Machine;
import dev.callsheet.benchmarks.report.Page;
import dev.callsheet.benchmarks.report.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the parts that are asked for, all of them without a word, and writes the page. */
public final class Benchmarks {
  private static final Map<String, Part> PARTS =
      new TreeMap<>(
          Map.of(
              "P1", new CheckPart(),
              "P2", new BytesPart(),
              "P3", new LinesPart(),
              "P4", new ColdPart(),
              "P5", new GeneratePart(),
              "P6", new FlightPart()));

  private Benchmarks() {}

  /** The first argument is the repository; the others name parts. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Workplace workplace = new Workplace(Path.of(arguments[0]));
    List<String> named = List.of(arguments).subList(1, arguments.length);
    for (String id : named) {
      if (!PARTS.containsKey(id)) {
        System.err.println("benchmarks: there is no part " + id + ", only " + PARTS.keySet());
        System.exit(2);
      }
    }
    Page page = new Page(workplace.root().resolve("docs/benchmarks.md"));
    for (Map.Entry<String, Part> part : PARTS.entrySet()) {
      if (named.isEmpty() || named.contains(part.getKey())) {
        System.err.println("benchmarks: " + part.getKey());
        Machine machine = Machine.now();
        String section = part.getValue().measure(workplace).markdown(machine);
        page.put(part.getKey(), section);
        System.out.println(section);
      }
    }
  }
}
