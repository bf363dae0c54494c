package dev.callsheet.benchmarks.checker;

import dev.callsheet.benchmarks.corpus.RequestSelection;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.jmh.JmhRun;
import dev.callsheet.benchmarks.jmh.Measurement;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import dev.callsheet.benchmarks.validator.NetworkntValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generated checker beside Hibernate Validator and networknt. */
public final class CheckerComparison implements BenchmarkComparison {
  private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

  static {
    CONTENDERS.put("callsheet", "generated checker");
    CONTENDERS.put("hibernate", "Hibernate Validator, the same rules on beans");
    CONTENDERS.put("networknt", "networknt, the exported schema on a parsed tree");
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace) {
    List<TypedRequest> requests = TypedRequest.read(workplace.root());
    requireAgreement(requests);
    JmhRun jmh = new JmhRun(workplace, CheckBenchmark.class);
    Measurement ours = jmh.measurementOf("callsheet", RequestSelection.VALID.name());
    return new ReportSection(
        "P1",
        "a request that is an object already, checked",
        String.format(
            "One request for %s, as everyone has it before checking it: an object of the generated class, a bean, a"
                + " parsed tree. `valid` are the %d requests of `tests/requests` that are right, `mixed` are these and the"
                + " %d wrong ones that Java's types can say. All errors are collected.",
            "Kling VIDEO 3.0 Omni Pro",
            requests.stream().filter(TypedRequest::valid).count(),
            requests.stream().filter(request -> !request.valid()).count()),
        List.of(table(jmh)),
        List.of(
            PerformanceGoal.atMost("a check of a valid request", 100, ours.nanos(), " ns"),
            PerformanceGoal.atMost("allocated by it", 0, ours.bytes(), " B"),
            PerformanceGoal.atLeast("Hibernate Validator takes", 25, ratio(jmh, "hibernate"), " x"),
            PerformanceGoal.atLeast("networknt takes", 50, ratio(jmh, "networknt"), " x")));
  }

  static void requireAgreement(List<TypedRequest> requests) {
    GeneratedCheckerValidator generated = new GeneratedCheckerValidator();
    HibernateBeanValidator beans = new HibernateBeanValidator();
    NetworkntValidator trees = new NetworkntValidator();
    for (TypedRequest request : requests) {
      boolean agreed =
          generated.isValid(request.generated()) == request.valid()
              && beans.isValid(request.bean()) == request.valid()
              && trees.isValid(request.tree()) == request.valid();
      if (!agreed) {
        throw new DisagreementException(
            String.format(
                "%s: right %s, generated %s, bean %s, networknt %s",
                request.tree(),
                request.valid(),
                generated.isValid(request.generated()),
                beans.isValid(request.bean()),
                trees.isValid(request.tree())));
      }
    }
  }

  private static MarkdownTable table(JmhRun jmh) {
    MarkdownTable table =
        new MarkdownTable("one check", "valid", "", "allocated", "mixed", "", "allocated");
    CONTENDERS.forEach(
        (contender, name) -> {
          Measurement valid = jmh.measurementOf(contender, RequestSelection.VALID.name());
          Measurement mixed = jmh.measurementOf(contender, RequestSelection.MIXED.name());
          table.row(
              name,
              FigureFormat.of(valid.nanos(), " ns"),
              FigureFormat.times(
                  valid.nanos()
                      / jmh.measurementOf("callsheet", RequestSelection.VALID.name()).nanos()),
              FigureFormat.of(valid.bytes(), " B"),
              FigureFormat.of(mixed.nanos(), " ns"),
              FigureFormat.times(
                  mixed.nanos()
                      / jmh.measurementOf("callsheet", RequestSelection.MIXED.name()).nanos()),
              FigureFormat.of(mixed.bytes(), " B"));
        });
    return table;
  }

  private static double ratio(JmhRun jmh, String contender) {
    String valid = RequestSelection.VALID.name();
    return jmh.measurementOf(contender, valid).nanos()
        / jmh.measurementOf("callsheet", valid).nanos();
  }
}
