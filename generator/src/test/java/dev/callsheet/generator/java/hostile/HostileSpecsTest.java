package dev.callsheet.generator.java.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever a spec's texts are, its Java compiles, and says what it would say with plain words. Many
 * specs go through one run of the compiler; {@code mvn test -Djqwik.tries.default=500} makes as
 * many runs. A spec that fails is named by its seed: {@code HostileSpec.of(seed)} has it again.
 */
class HostileSpecsTest {
  private static final int SPECS_IN_A_RUN = 25;

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everySpecMakesTheJavaThatItWouldMakeWithPlainWords(
      @ForAll("specs") List<HostileSpec> specs) {
    List<GeneratedFile> sources = new ArrayList<>();
    List<GeneratedSourcePair> pairs = new ArrayList<>();
    for (HostileSpec spec : specs) {
      GeneratedSourcePair pair = GeneratedSourcePair.of(spec, "com.acme.n" + pairs.size());
      pairs.add(pair);
      sources.addAll(pair.hostile());
      sources.addAll(pair.plain());
    }
    Map<String, List<String>> structures = new HashMap<>();
    Map<String, String> said =
        new InMemoryCompilation()
            .of(
                sources,
                (unit, trees) -> {
                  structures.put(
                      unit.getSourceFile().getName().substring(1), SourceStructure.of(unit, trees));
                  assertThat(UnexpectedJavadoc.unexpected(unit, trees))
                      .as(unit.getSourceFile().getName())
                      .isEmpty();
                });
    for (GeneratedSourcePair pair : pairs) {
      assertThat(pair.compilerMessages(said)).as("the compiler, of %s", pair.spec()).isEmpty();
    }
    assertThat(said).isEmpty();
    for (GeneratedSourcePair pair : pairs) {
      pair.compare(structures);
    }
  }

  @Property(tries = 2, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everyRunGivesTheSameBytes(@ForAll("specs") List<HostileSpec> specs) {
    for (HostileSpec spec : specs) {
      List<GeneratedFile> once = new JavaGenerator("com.acme").generate(spec.spec());
      HostileSpec again = HostileSpec.of(spec.seed());
      assertThat(new JavaGenerator("com.acme").generate(again.spec())).isEqualTo(once);
      Set<String> paths = new HashSet<>();
      for (GeneratedFile file : once) {
        assertThat(paths.add(file.path().toLowerCase(Locale.ROOT))).as(file.path()).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<HostileSpec>> specs() {
    return Arbitraries.longs().map(HostileSpec::of).list().ofSize(SPECS_IN_A_RUN);
  }
}
