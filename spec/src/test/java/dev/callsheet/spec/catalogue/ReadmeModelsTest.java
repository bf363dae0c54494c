package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README's table of models is that of the catalogue; {@code -Dgolden.update=true} writes it.
 */
class ReadmeModelsTest {
  private static final Path README = Path.of("../README.md");
  private static final String BEGIN = "<!-- models: ReadmeModelsTest writes this table -->\n";
  private static final String END = "<!-- end of models -->\n";

  @Test
  void listsEveryBundledModel() throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf(BEGIN) + BEGIN.length();
    int to = readme.indexOf(END);
    String table = table();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(table);
    }
  }

  private static String table() {
    Map<String, String> files = new LinkedHashMap<>();
    for (ModelFile file : ModelFile.bundled()) {
      files.put(LazyModel.idOf(file.source()).orElseThrow(), file.source().file());
    }
    return ModelCatalogue.bundled().summaries().stream()
        .sorted(
            Comparator.comparing((ModelSummary model) -> creator(model))
                .thenComparing(ModelSummary::name))
        .map(model -> row(model, Objects.requireNonNull(files.get(model.id()))))
        .collect(
            Collectors.joining(
                "\n",
                """

                | model | maker | platform | id | modes | from |
                | --- | --- | --- | --- | --- | --- |
                """,
                "\n\n"));
  }

  private static String row(ModelSummary model, String file) {
    Price price = model.lowestPrice();
    return "| "
        + String.join(
            " | ",
            List.of(
                "[" + model.name() + "](" + file.replaceFirst("^callsheet/", "spec/") + ")",
                creator(model),
                Objects.requireNonNullElse(model.platform(), ""),
                "`" + model.id() + "`",
                String.join(", ", model.modes()),
                price == null ? "" : price.toString()))
        + " |";
  }

  private static String creator(ModelSummary model) {
    return Objects.requireNonNullElse(model.creator(), "");
  }
}
