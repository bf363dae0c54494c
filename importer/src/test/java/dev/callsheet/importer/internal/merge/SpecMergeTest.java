package dev.callsheet.importer.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportException;
import dev.callsheet.spec.source.SourceText;
import org.junit.jupiter.api.Test;

/** What one of the two changed is in the merged spec, whatever it is. */
class SpecMergeTest {
  private static final String IMPORTED =
      """
      # Imported from still.schema.json.
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}

      required: [prompt]
      parameters:
        prompt: {type: string, maxLength: 400}

        width: {type: integer, minimum: 256, maximum: 2048}

        style: {type: string, enum: [plain, rich]}

      rules:
        - id: style-needs-width
          description: A `style` needs a `width`.
          when: style
          require: width
      """;

  private static final String EDITED =
      IMPORTED
              .replace("name: Still", "name: Acme Still")
              .replace(
                  "  width: {type: integer, minimum: 256, maximum: 2048}",
                  "  # as the studio wants it\n"
                      + "  width: {type: integer, minimum: 256, maximum: 2048, description: How wide.}")
              .replace("A `style` needs a `width`.", "Styles are laid out by `width`.")
          + "  - {id: my-own, description: Mine., forbid: style}\n";

  @Test
  void aSourceThatDidNotChangeLeavesTheFileAsItIs() throws ImportException {
    SpecMerge merged = merge(IMPORTED, EDITED, IMPORTED);

    assertThat(merged.text()).isEqualTo(EDITED);
    assertThat(merged.conflicts()).isEmpty();
  }

  @Test
  void aSpecThatWasNotEditedIsWhatTheSourceSays() throws ImportException {
    String changed = IMPORTED.replace("maxLength: 400", "maxLength: 500");

    assertThat(merge(IMPORTED, IMPORTED, changed).text()).isEqualTo(changed);
  }

  @Test
  void editsAndCommentsAreKeptWhereTheSourceChangedOtherLines() throws ImportException {
    String changed =
        IMPORTED
            .replace("maxLength: 400", "maxLength: 500")
            .replace("enum: [plain, rich]", "enum: [plain, rich, grand]");
    SpecMerge merged = merge(IMPORTED, EDITED, changed);

    assertThat(merged.text())
        .isEqualTo(
            EDITED
                .replace("maxLength: 400", "maxLength: 500")
                .replace("enum: [plain, rich]", "enum: [plain, rich, grand]"));
    assertThat(merged.conflicts()).isEmpty();
  }

  @Test
  void theSameLineIsMergedByWhatItMeans() throws ImportException {
    SpecMerge merged = merge(IMPORTED, EDITED, IMPORTED.replace("maximum: 2048", "maximum: 4096"));

    assertThat(merged.text())
        .startsWith("# Imported from still.schema.json.\n")
        .contains("maximum: 4096", "description: How wide.", "name: Acme Still", "id: my-own");
    assertThat(merged.conflicts()).isEmpty();
  }

  @Test
  void whatBothChangedIsKeptAndListed() throws ImportException {
    SpecMerge merged =
        merge(
            IMPORTED,
            IMPORTED.replace("maximum: 2048", "maximum: 1024"),
            IMPORTED.replace("maximum: 2048", "maximum: 4096"));

    assertThat(merged.text()).contains("maximum: 1024");
    assertThat(merged.conflicts()).containsExactly("parameters.width.maximum");
  }

  @Test
  void whatOneRemovedIsGone_unlessTheOtherChangedIt() throws ImportException {
    String withoutStyle =
        IMPORTED
            .replace("  style: {type: string, enum: [plain, rich]}\n\n", "")
            .replaceFirst("(?s)rules:.*", "rules: []\n");
    assertThat(merge(IMPORTED, withoutStyle, IMPORTED).text()).isEqualTo(withoutStyle);
    assertThat(merge(IMPORTED, EDITED, withoutStyle).text()).doesNotContain("style: {type");

    String richer = IMPORTED.replace("enum: [plain, rich]", "enum: [plain, rich, grand]");
    assertThat(merge(IMPORTED, withoutStyle, richer).conflicts())
        .containsExactly("parameters.style");
  }

  @Test
  void listsOfNamesAreMergedAsSets() throws ImportException {
    SpecMerge merged =
        merge(
            IMPORTED,
            IMPORTED.replace("[plain, rich]", "[plain, rich, mine]"),
            IMPORTED.replace("[plain, rich]", "[plain, grand]"));

    assertThat(merged.text()).contains("[plain, grand, mine]");
    assertThat(merged.conflicts()).isEmpty();
  }

  private static SpecMerge merge(String base, String author, String source) throws ImportException {
    return SpecMerge.of(
        new SourceText("base", base),
        new SourceText("author", author),
        new SourceText("source", source));
  }
}
