package dev.callsheet.spec.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.analysis.SpecAnalyzer;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PublishedPriceList.Extent;
import dev.callsheet.spec.price.PublishedPriceList.PublishedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The price lists of real models, said in the language: each line has its price, each list is
 * proved, and docs/prices.md counts what cannot be said. With {@code -Dgolden.update=true} the
 * table is written anew.
 */
class PublishedPriceListsTest {
  private static final Path PAGE = Path.of("..", "docs", "prices.md");
  private static final String BEGIN = "<!-- made by PublishedPriceListsTest -->\n";
  private static final String END = "<!-- end -->";
  private static final Set<AnalysisFinding.Kind> FLAWS =
      Set.of(
          AnalysisFinding.Kind.INCONSISTENT,
          AnalysisFinding.Kind.DEAD_PRICE,
          AnalysisFinding.Kind.OVERLAPPING_PRICES,
          AnalysisFinding.Kind.UNPRICED_REQUESTS);

  static List<PublishedPriceList> lists() {
    return PublishedPriceList.all();
  }

  static List<PublishedPriceList> saidLists() {
    return lists().stream().filter(list -> list.model() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyLineHasItsPriceOrIsNamedAsMissing(PublishedPriceList list) {
    assertThat(list.lines()).isNotEmpty();
    for (PublishedLine line : list.lines()) {
      ModelSpec model = list.model();
      JsonNode request = line.request();
      if (model == null || request == null) {
        assertThat(list.missing()).as("why `%s` is missing", line.line()).isNotBlank();
      } else {
        assertThat(PriceEstimator.price(model, request)).as(line.line()).hasToString(line.price());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("saidLists")
  void everyListIsProved(PublishedPriceList list) {
    ModelSpec model = Objects.requireNonNull(list.model());
    assertThat(SpecAnalyzer.analyze(model, RuleInterpretation.ENFORCED).findings())
        .filteredOn(finding -> FLAWS.contains(finding.kind()))
        .extracting(AnalysisFinding::message)
        .isEmpty();
  }

  @Test
  void theDocumentationCountsWhatCanBeSaid() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    String table = table(lists());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
    }
    assertThat(Files.readString(PAGE).substring(begin)).startsWith(table + END);
  }

  private static String table(List<PublishedPriceList> lists) {
    StringBuilder text =
        new StringBuilder(
            """

            | price lists | | whole | partly | not |
            | --- | --- | ---: | ---: | ---: |
            """);
    for (String source : List.of("page", "schema")) {
      List<PublishedPriceList> some =
          lists.stream().filter(list -> list.source().equals(source)).toList();
      text.append("| %d priced %ss | before |".formatted(some.size(), source));
      for (Extent extent : Extent.values()) {
        text.append(
            " %d |"
                .formatted(count(some.stream().map(PublishedPriceList::before).toList(), extent)));
      }
      text.append("\n| | now |");
      for (Extent extent : Extent.values()) {
        text.append(
            " %d |".formatted(count(some.stream().map(PublishedPriceList::now).toList(), extent)));
      }
      text.append('\n');
    }
    text.append("\nWhat cannot be said:\n\n");
    lists.stream()
        .filter(list -> list.missing() != null)
        .forEach(
            list ->
                text.append(
                    "- `%s` (%s): %s\n"
                        .formatted(
                            list.name(),
                            list.now().name().toLowerCase(Locale.ROOT),
                            list.missing())));
    return text.append('\n').toString();
  }

  private static long count(List<Extent> extents, Extent wanted) {
    return extents.stream().filter(wanted::equals).count();
  }
}
