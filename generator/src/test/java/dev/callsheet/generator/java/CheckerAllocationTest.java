package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Checking a request in which nothing is wrong leaves no garbage behind. */
class CheckerAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path directory;

  static Stream<String> models() {
    return RepresentativeModels.list().stream().map(ModelSpec::id);
  }

  @ParameterizedTest
  @MethodSource("models")
  void allocatesNothingForAValidRequest(String model) throws ReflectiveOperationException {
    ModelSpec spec = ModelCatalogue.bundled().find(model).orElseThrow();
    List<GeneratedFile> files = new JavaGenerator("com.acme").generate(spec);
    Class<?> type = CompiledSources.of(directory, files).type(requestOf(files));
    SoftAssertions all = new SoftAssertions();
    int measured = 0;
    for (TestVector vector : TestVectorSet.of(spec).vectors()) {
      if (vector.valid()) {
        ModelRequest<?> request = (ModelRequest<?>) JSON.treeToValue(vector.request(), type);
        if (request.check().isEmpty()) {
          measured++;
          all.assertThat(allocated(request)).as(vector.name()).isZero();
        }
      }
    }
    all.assertAll();
    assertThat(measured).isGreaterThan(10);
  }

  private static String requestOf(List<GeneratedFile> files) {
    return files.stream()
        .map(GeneratedFile::path)
        .filter(path -> path.endsWith("Request.java"))
        .map(path -> path.replace(".java", "").replace('/', '.'))
        .findFirst()
        .orElseThrow();
  }

  /** Bytes for one check, rounded down, the virtual machine's own doings left out. */
  private static long allocated(ModelRequest<?> request) {
    int times = 2000;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        request.check();
      }
      least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / times);
    }
    return least;
  }
}
