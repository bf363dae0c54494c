package dev.callsheet.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One edit of a small spec each, and what it means for callers. */
class SpecDiffTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "inkwell:postcard@1", name: Postcard, status: live}
      required: [text]
      parameters:
        model: {const: "inkwell:postcard@1"}
        text: {type: string, maxLength: 40, description: What to write.}
        slug: {type: string, pattern: "^[a-z]+$"}
        photo: {type: string, accepts: [uuid, url]}
        frame: {type: string, enum: [oak, gilt]}
        seconds: {type: integer, minimum: 1, maximum: 10, default: 5}
        width: {type: integer, minimum: 256, maximum: 2048, multipleOf: 16}
        height: {type: integer, minimum: 256, maximum: 2048, multipleOf: 16}
        tags: {type: array, maxItems: 4, items: {type: string, minLength: 1}}
        labels: {type: object, additionalProperties: {type: string}}
        shots:
          type: array
          maxItems: 3
          items:
            type: object
            properties: {length: {type: integer, minimum: 1, maximum: 5}, note: {type: string}}
      modes:
        plain: {provides: []}
        framed: {provides: [frame]}
      rules:
        - {id: frame-needs-photo, description: A frame goes around a photo., when: frame, require: photo}
        - {id: area, description: At most a megapixel., measure: {area: [width, height], maximum: 1048576}}
        - {id: sum, description: Shots fill the time., sum: {of: "shots[].length", maximum: 9}}
      pricing:
        currency: USD
        charges:
          - id: time
            per: {second: seconds}
            rates:
              - {label: with frame, price: 0.2, when: frame}
              - {label: without, price: 0.1, when: {not: frame}}
      response:
        required: [url]
        properties:
          url: {type: string, format: uri}
          mood: {type: string, enum: [calm, wild]}
      """;

  /** A piece of the spec, what it is replaced by, and the changes: kinds, with their subjects. */
  private record Edit(String from, String to, List<String> changes) {}

  private static Edit edit(String from, String to, String... changes) {
    return new Edit(from, to, List.of(changes));
  }

  static Stream<Edit> breakingEdits() {
    return Stream.of(
        edit("maxLength: 40", "maxLength: 30", "values-narrowed text"),
        edit("[oak, gilt]", "[oak]", "values-narrowed frame"),
        edit("required: [text]", "required: [text, slug]", "parameter-required slug"),
        edit("maximum: 10,", "maximum: 8,", "values-narrowed seconds"),
        edit("maxItems: 4", "maxItems: 3", "values-narrowed tags"),
        edit("maxItems: 4", "maxItems: 4, uniqueItems: true", "values-narrowed tags"),
        edit("minLength: 1}", "minLength: 2}", "values-narrowed tags[]"),
        edit("maximum: 5}, note", "maximum: 4}, note", "values-narrowed shots[].length"),
        edit(", note: {type: string}", "", "parameter-removed shots[].note"),
        edit(
            "additionalProperties: {type: string}",
            "additionalProperties: {type: string, maxLength: 3}",
            "values-narrowed labels"),
        edit("accepts: [uuid, url]", "accepts: [uuid]", "values-narrowed photo"),
        edit(
            "{type: string, accepts: [uuid, url]}",
            "{type: integer}",
            "values-narrowed photo",
            "values-widened photo"),
        edit(
            "width: {type: integer, minimum: 256",
            "width: {type: integer, minimum: 512",
            "values-narrowed width"),
        edit("multipleOf: 16", "multipleOf: 32", "values-narrowed width"),
        edit("^[a-z]+$", "^[b-z]+$", "values-narrowed slug"),
        edit("maxLength: 40", "maxLength: 40, lengthIn: utf8", "values-narrowed text"),
        edit(
            "when: frame, require: photo",
            "when: photo, require: frame",
            "rule-tightened frame-needs-photo",
            "rule-loosened frame-needs-photo"),
        edit("maximum: 9", "maximum: 7", "rule-tightened sum"),
        edit("maximum: 1048576", "maximum: 1000000", "rule-tightened area"),
        edit("price: 0.2", "price: 0.3", "price-raised "),
        edit("default: 5", "default: 6", "price-raised ", "default-changed seconds"),
        edit("required: [url]", "required: [mood]", "response-field-optional url"),
        edit("[calm, wild]", "[calm]", "response-value-removed mood"),
        edit("    mood: {type: string, enum: [calm, wild]}\n", "", "response-field-removed mood"),
        edit(
            "mood: {type: string, enum: [calm, wild]}",
            "mood: {type: integer}",
            "response-type-changed mood"),
        edit("currency: USD", "currency: EUR", "currency-changed "));
  }

  static Stream<Edit> otherEdits() {
    return Stream.of(
        edit("maxLength: 40", "maxLength: 50", "values-widened text"),
        edit("[oak, gilt]", "[oak, gilt, pine]", "values-widened frame"),
        edit("multipleOf: 16", "multipleOf: 8", "values-widened width"),
        edit("photo:", "mat: {type: boolean}\n  photo:", "parameter-added mat"),
        edit("required: [text]\n", "", "parameter-optional text"),
        edit("price: 0.2", "price: 0.15", "price-lowered "),
        edit("maximum: 9", "maximum: 12", "rule-loosened sum"),
        edit("[calm, wild]", "[calm, wild, odd]", "response-value-added mood"),
        edit(
            "framed: {provides: [frame]}",
            "edged: {provides: [frame]}",
            "mode-removed framed",
            "mode-added edged"),
        edit(
            "framed: {provides: [frame]}",
            "framed: {provides: [photo]}",
            "mode-changed plain",
            "mode-changed framed"),
        edit(
            "photo:",
            "photo:\n    deprecated: true\n    type: string\n    accepts: [uuid, url]\n  old:",
            "parameter-added old",
            "warning-added deprecated-photo"));
  }

  static Stream<Edit> rewordings() {
    return Stream.of(
        edit("name: Postcard", "name: Post Card"),
        edit("when: frame, require: photo", "atLeastOneOf: [{not: frame}, photo]"),
        edit("price: 0.2, when: frame", "price: 0.2, when: {allOf: [frame, photo]}"),
        edit("description: What to write.", "description: What is written."),
        edit("minimum: 1, maximum: 10,", "minimum: 1.0, exclusiveMaximum: 11,"),
        edit("maximum: 10, default", "maximum: 10, multipleOf: 1, default"),
        edit("[oak, gilt]", "[gilt, oak]"));
  }

  @ParameterizedTest
  @MethodSource("breakingEdits")
  void breakingEditIsReported_withARequestWhereOneShowsIt(Edit edit) throws SpecException {
    SpecChanges changes = changes(edit);

    assertThat(kinds(changes)).isEqualTo(edit.changes());
    assertThat(changes.step()).isEqualTo(VersionStep.MAJOR);
    assertThat(changes.changes()).allMatch(SpecChange::isCertain);
    SpecChange first = changes.changes().get(0);
    if (!first.kind().id().startsWith("response") && !first.kind().id().startsWith("currency")) {
      assertThat(first.witness()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("otherEdits")
  void otherEditIsReported_andBreaksNothing(Edit edit) throws SpecException {
    SpecChanges changes = changes(edit);

    assertThat(kinds(changes)).isEqualTo(edit.changes());
    assertThat(changes.step()).isEqualTo(VersionStep.MINOR);
  }

  @ParameterizedTest
  @MethodSource("rewordings")
  void sameMeaningInOtherWordsIsSilent(Edit edit) throws SpecException {
    assertThat(changes(edit).changes()).isEmpty();
  }

  @Test
  void whatTheSolverCannotTellIsTakenToBeBreaking_andSaysWhy() throws SpecException {
    SpecChanges changes = changes(edit("^[a-z]+$", "^[a-z][a-z]*$"));

    assertThat(kinds(changes)).containsExactly("values-narrowed slug");
    assertThat(changes.changes().get(0).openReason()).isEqualTo("it looks at how a text is made");
    assertThat(changes.isBreaking()).isTrue();
  }

  @Test
  void textsAsLongAsTheOnlyOneLeftAreLost() throws SpecException {
    String before = SPEC.replace("type: string, maxLength: 40", "type: string, maxLength: 1");
    String after = SPEC.replace("type: string, maxLength: 40", "type: string, enum: [x, \"\"]");

    SpecChanges changes = SpecDiff.between(parse(before), parse(after));

    assertThat(kinds(changes)).containsExactly("values-narrowed text");
    assertThat(changes.changes().get(0).witness()).hasToString("{\"text\":\"y\"}");
  }

  @Test
  void smallestRequestAndTheRuleItBreaksAreShown() throws SpecException {
    SpecChange change =
        changes(edit("when: frame, require: photo", "when: text, require: photo")).changes().get(0);

    assertThat(change.rule()).isEqualTo("frame-needs-photo");
    assertThat(change.witness()).hasToString("{\"text\":\"sample text\"}");
  }

  @Test
  void anotherIdentifierIsOneChange_andDoesNotHideTheOthers() throws SpecException {
    String renamed = SPEC.replace("postcard@1", "postcard@2").replace("maxItems: 4", "maxItems: 3");
    SpecChanges changes = SpecDiff.between(parse(SPEC), parse(renamed));

    assertThat(kinds(changes)).containsExactly("model-renamed ", "values-narrowed tags");
  }

  private static SpecChanges changes(Edit edit) throws SpecException {
    int at = SPEC.indexOf(edit.from());
    assertThat(at).as("where '%s' stands", edit.from()).isNotNegative();
    String edited = SPEC.substring(0, at) + edit.to() + SPEC.substring(at + edit.from().length());
    return SpecDiff.between(parse(SPEC), parse(edited));
  }

  private static List<String> kinds(SpecChanges changes) {
    return changes.changes().stream()
        .map(change -> change.kind().id() + " " + change.subject())
        .toList();
  }

  @Test
  void bundledModelsDoNotDifferFromThemselves() {
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      assertThat(SpecDiff.between(model, model).step()).isEqualTo(VersionStep.NONE);
    }
  }

  private static ModelSpec parse(String text) throws SpecException {
    return new SpecParser(IncludeResolver.NONE).parse("postcard.yaml", text);
  }
}
