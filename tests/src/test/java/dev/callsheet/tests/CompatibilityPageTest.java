package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/compatibility.md says what Callsheet is tried with, as the builds have it that try it.
 * {@code -Dgolden.update=true} writes the table.
 */
class CompatibilityPageTest {
  private static final Path PAGE = Path.of("../docs/compatibility.md");
  private static final Path ROOT = Path.of("../pom.xml");
  private static final Path TESTS = Path.of("pom.xml");
  private static final Path BOOT = Path.of("downstream/spring-boot/pom.xml");
  private static final Path ANALYSIS = Path.of("matrix/code-analysis/pom.xml");
  private static final Path PROCESSORS = Path.of("matrix/annotation-processors/pom.xml");

  private static final String HEAD =
      """
      | tried with | versions | by |
      | --- | --- | --- |
      """;

  @Test
  void itsTableIsWhatIsBuilt() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(HEAD);
    assertThat(from).as("the table's head").isNotNegative();
    int to = page.indexOf("\n\n", from) + 1;
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(table());
    }
  }

  private static String table() throws IOException {
    return HEAD
        + row(
            "Jackson 3",
            property(ROOT, "jackson.version", "newest.jackson.version"),
            "jackson-versions")
        + row("Spring Boot", property(BOOT, "spring-boot.version"), "spring-boot")
        + row("Maven", property(TESTS, "maven3.version", "maven4.version"), "film-studio")
        + row("Error Prone", property(ROOT, "error-prone.version"), "module-path")
        + row("NullAway", property(ROOT, "nullaway.version"), "module-path")
        + row("Kotlin", property(Path.of("matrix/kotlin/pom.xml"), "kotlin.version"), "kotlin")
        + row("Lombok", property(PROCESSORS, "lombok.version"), "annotation-processors")
        + row("MapStruct", property(PROCESSORS, "mapstruct.version"), "annotation-processors")
        + row("Maven Shade", plugin(Path.of("matrix/shade/pom.xml"), "maven-shade-plugin"), "shade")
        + row("SpotBugs, its plugin", plugin(ANALYSIS, "spotbugs-maven-plugin"), "code-analysis")
        + row("JaCoCo", plugin(ANALYSIS, "jacoco-maven-plugin"), "code-analysis")
        + row("Javadoc, its plugin", plugin(ANALYSIS, "maven-javadoc-plugin"), "code-analysis");
  }

  private static String row(String name, List<String> versions, String project) {
    assertThat(versions).as(name).isNotEmpty();
    String place = Files.isDirectory(Path.of("downstream", project)) ? "downstream/" : "matrix/";
    return "| " + name + " | " + String.join(", ", versions) + " | `" + place + project + "` |\n";
  }

  /** The values that a build gives to properties, in its order. */
  private static List<String> property(Path pom, String... names) throws IOException {
    String either = List.of(names).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return versions(pom, "<(?:" + either + ")>([^<$@]+)<");
  }

  private static List<String> plugin(Path pom, String artifact) throws IOException {
    return versions(pom, "<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<");
  }

  private static List<String> versions(Path pom, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(pom))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
