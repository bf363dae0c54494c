package dev.callsheet.benchmarks.checking;

import dev.callsheet.benchmarks.corpus.Choice;
import dev.callsheet.benchmarks.judging.NetworkntJudge;
import dev.callsheet.benchmarks.measured.Jmh;
import dev.callsheet.benchmarks.measured.Measurement;
import dev.callsheet.benchmarks.process.Workplace;
import dev.callsheet.benchmarks.report.Disagreement;
import dev.callsheet.benchmarks.report.Figures;
import dev.callsheet.benchmarks.report.Goal;
import dev.callsheet.benchmarks.report.Part;
import dev.callsheet.benchmarks.report.Section;
import dev.callsheet.benchmarks.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generated checker beside Hibernate Validator and networknt. */
public final class CheckPart implements Part {
  private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

  static {
    CONTENDERS.put("callsheet", "generated checker");
    CONTENDERS.put("hibernate", "Hibernate Validator, the same rules on beans");
    CONTENDERS.put("networknt", "networknt, the exported schema on a parsed tree");
  }

  @Override
  public Section measure(Workplace workplace) {
    List<TypedRequest> requests = TypedRequest.read(workplace.root());
    requireAgreement(requests);
    Jmh jmh = new Jmh(workplace, CheckBenchmark.class);
    Measurement ours = jmh.of("callsheet", Choice.VALID.name());
    return new Section(
        "P1",
        "a request that is an object already, checked",
        String.format(
            "One request for %s, as everyone has it before checking it: an object of the generated class, a bean, a"
                + " parsed tree. `valid` are the %d requests of `tests/requests` that are right, `mixed` are these and the"
                + " %d wrong ones that Java's types can say. All errors are collected.",
            "Kling VIDEO 3.0 Omni Pro",
            requests.stream().filter(TypedRequest::right).count(),
            requests.stream().filter(request -> !request.right()).count()),
        List.of(table(jmh)),
        List.of(
            Goal.atMost("a check of a valid request", 100, ours.nanos(), " ns"),
            Goal.atMost("allocated by it", 0, ours.bytes(), " B"),
            Goal.atLeast("Hibernate Validator takes", 20, ratio(jmh, "hibernate"), " x"),
            Goal.atLeast("networknt takes", 50, ratio(jmh, "networknt"), " x")));
  }

  static void requireAgreement(List<TypedRequest> requests) {
    GeneratedJudge generated = new GeneratedJudge();
    BeanJudge beans = new BeanJudge();
    NetworkntJudge trees = new NetworkntJudge();
    for (TypedRequest request : requests) {
      boolean agreed =
          generated.accepts(request.generated()) == request.right()
              && beans.accepts(request.bean()) == request.right()
              && trees.accepts(request.tree()) == request.right();
      if (!agreed) {
        throw new Disagreement(
            String.format(
                "%s: right %s, generated %s, bean %s, networknt %s",
                request.tree(),
                request.right(),
                generated.accepts(request.generated()),
                beans.accepts(request.bean()),
                trees.accepts(request.tree())));
      }
    }
  }

  private static Table table(Jmh jmh) {
    Table table = new Table("one check", "valid", "", "allocated", "mixed", "", "allocated");
    CONTENDERS.forEach(
        (contender, name) -> {
          Measurement valid = jmh.of(contender, Choice.VALID.name());
          Measurement mixed = jmh.of(contender, Choice.MIXED.name());
          table.row(
              name,
              Figures.of(valid.nanos(), " ns"),
              Figures.times(valid.nanos() / jmh.of("callsheet", Choice.VALID.name()).nanos()),
              Figures.of(valid.bytes(), " B"),
              Figures.of(mixed.nanos(), " ns"),
              Figures.times(mixed.nanos() / jmh.of("callsheet", Choice.MIXED.name()).nanos()),
              Figures.of(mixed.bytes(), " B"));
        });
    return table;
  }

  private static double ratio(Jmh jmh, String contender) {
    String valid = Choice.VALID.name();
    return jmh.of(contender, valid).nanos() / jmh.of("callsheet", valid).nanos();
  }
}
