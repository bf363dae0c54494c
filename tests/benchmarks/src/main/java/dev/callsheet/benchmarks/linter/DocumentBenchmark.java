package dev.callsheet.benchmarks.linter;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.CyclicSequence;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestSelection;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.validator.CallsheetValidator;
import dev.callsheet.benchmarks.validator.HarrelValidator;
import dev.callsheet.benchmarks.validator.NetworkntValidator;
import dev.callsheet.benchmarks.validator.SkemaValidator;
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

/** Requests for all models, each a document of its own, from bytes to result. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DocumentBenchmark {
  /** Which requests. */
  @Param public RequestSelection requests = RequestSelection.VALID;

  private CyclicSequence<byte[]> documents = new CyclicSequence<>(List.of(new byte[0]));

  /** Reads the requests. */
  @Setup
  public void read() {
    documents =
        new CyclicSequence<>(
            RequestCorpus.read(BenchmarkDirectories.ofForkedProcess().root()).stream()
                .filter(sample -> requests.includes(sample.valid()))
                .map(CorpusRequest::bytes)
                .toList());
  }

  /** The limit: no validator is faster than its tokens. */
  @Benchmark
  public int tokens() {
    return TokenizationBaseline.count(documents.next());
  }

  /** Callsheet's linter. */
  @Benchmark
  public boolean callsheet(CallsheetState callsheet) {
    return callsheet.validator.isValid(documents.next());
  }

  /** The validator of networknt. */
  @Benchmark
  public boolean networknt(NetworkntState networknt) {
    return networknt.validator.isValid(documents.next());
  }

  /** The validator of dev.harrel. */
  @Benchmark
  public boolean harrel(HarrelState harrel) {
    return harrel.validator.isValid(documents.next());
  }

  /** The validator json-sKema. */
  @Benchmark
  public boolean skema(SkemaState skema) {
    return skema.validator.isValid(documents.next());
  }

  /** Callsheet's linter, made ready. */
  @State(Scope.Benchmark)
  public static class CallsheetState {
    private final CallsheetValidator validator = new CallsheetValidator();
  }

  /** The validator of networknt, made ready. */
  @State(Scope.Benchmark)
  public static class NetworkntState {
    private final NetworkntValidator validator = new NetworkntValidator();
  }

  /** The validator of dev.harrel, made ready. */
  @State(Scope.Benchmark)
  public static class HarrelState {
    private final HarrelValidator validator = new HarrelValidator();
  }

  /** The validator json-sKema, made ready. */
  @State(Scope.Benchmark)
  public static class SkemaState {
    private final SkemaValidator validator = new SkemaValidator();
  }
}
