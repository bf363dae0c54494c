package dev.callsheet.benchmarks.linter;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.CyclicSequence;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestLineGenerator;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Wrong requests only, so that what is measured is what one of them costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WrongRequestBenchmark {
  /** How many lines there are: what is measured is one of them. */
  public static final int LINES = 1000;

  /** Which requests, and what is made of their findings. */
  @Param public RequestReport report = RequestReport.RIGHT;

  private final Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private byte[] lines = {};
  private CyclicSequence<byte[]> documents = new CyclicSequence<>(List.of(new byte[0]));

  /** Makes the lines, and reads the documents. */
  @Setup
  public void make() throws IOException {
    boolean right = report == RequestReport.RIGHT;
    List<CorpusRequest> samples = RequestCorpus.read(BenchmarkDirectories.ofForkedProcess().root());
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    new RequestLineGenerator(
            samples.stream().filter(RequestCorpus::isForFirstModel).toList(), right ? 0 : 1)
        .write(LINES, made);
    lines = made.toByteArray();
    documents =
        new CyclicSequence<>(
            samples.stream()
                .filter(sample -> sample.valid() == right)
                .map(CorpusRequest::bytes)
                .toList());
  }

  /** A line among others, linted in a run of its own for all of them. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long line() {
    Linter run = linter.withFreshBudget();
    return report.write(run.lint("requests.jsonl", lines).findings());
  }

  /** A document, linted in a run of its own. */
  @Benchmark
  public long document() {
    Linter run = linter.withFreshBudget();
    return report.write(run.lint("request.json", documents.next()).findings());
  }
}
