package dev.callsheet.benchmarks.checker;

import dev.callsheet.benchmarks.corpus.CyclicSequence;
import dev.callsheet.benchmarks.corpus.RequestSelection;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.validator.NetworkntValidator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Requests for one model, each an object already, to a boolean result. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckBenchmark {
  /** Which requests. */
  @Param public RequestSelection requests = RequestSelection.VALID;

  private CyclicSequence<TypedRequest> typed = new CyclicSequence<>(List.of());

  /** Reads the requests. */
  @Setup
  public void read() {
    typed =
        new CyclicSequence<>(
            TypedRequest.read(BenchmarkDirectories.ofForkedProcess().root()).stream()
                .filter(request -> requests.includes(request.valid()))
                .toList());
  }

  /** The checker that Callsheet generates. */
  @Benchmark
  public boolean callsheet(GeneratedState checked) {
    return checked.isValid(typed.next().generated());
  }

  /** Hibernate Validator. */
  @Benchmark
  public boolean hibernate(HibernateState beans) {
    return beans.isValid(typed.next().bean());
  }

  /** The validator of networknt. */
  @Benchmark
  public boolean networknt(NetworkntState trees) {
    return trees.validator.isValid(typed.next().tree());
  }

  /** The generated checker. */
  @State(Scope.Benchmark)
  public static class GeneratedState extends GeneratedCheckerValidator {}

  /** Hibernate Validator, made ready. */
  @State(Scope.Benchmark)
  public static class HibernateState extends HibernateBeanValidator {}

  /** The validator of networknt, made ready. */
  @State(Scope.Benchmark)
  public static class NetworkntState {
    private final NetworkntValidator validator = new NetworkntValidator();
  }
}
