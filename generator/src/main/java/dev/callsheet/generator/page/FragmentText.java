package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a fragment demands of a value, as the predicate of a sentence: {@code is `URL`}. */
final class FragmentText {
  private FragmentText() {}

  /** Behind the name of a value that matches, such as {@code has at most 4 items}. */
  static String indicative(SchemaFragment fragment) {
    return fragment.facets().stream()
        .map(facet -> facet.accept(Predicate.OF_FACET))
        .map(predicate -> predicate.verb().indicative + " " + predicate.rest())
        .collect(Collectors.joining(" and "));
  }

  /** The same of a value that has to match, such as {@code must have at most 4 items}. */
  static String obligation(SchemaFragment fragment) {
    return "must "
        + fragment.facets().stream()
            .map(facet -> facet.accept(Predicate.OF_FACET))
            .map(predicate -> predicate.verb().infinitive + " " + predicate.rest())
            .collect(Collectors.joining(" and "));
  }

  /** Values set as code, such as {@code `a`, `b` or `c`}. */
  static String values(List<JsonNode> values, String conjunction) {
    return Enumeration.of(
        values.stream().map(value -> "`" + JsonText.plain(value) + "`"), conjunction);
  }

  private enum Verb {
    BE("is", "be"),
    HAVE("has", "have"),
    MATCH("matches", "match"),
    FAIL("does not", "not");

    private final String indicative;
    private final String infinitive;

    Verb(String indicative, String infinitive) {
      this.indicative = indicative;
      this.infinitive = infinitive;
    }
  }

  private record Predicate(Verb verb, String rest) {
    static final FacetVisitor<Predicate> OF_FACET =
        new FacetVisitor<>() {
          private final FacetText text = new FacetText("");

          @Override
          public Predicate visitOfType(Facet.OfType facet) {
            return new Predicate(Verb.BE, text.visitOfType(facet));
          }

          @Override
          public Predicate visitOneOf(Facet.OneOf facet) {
            return new Predicate(Verb.BE, values(facet.values(), "or"));
          }

          @Override
          public Predicate visitRange(Facet.Range facet) {
            return new Predicate(Verb.BE, text.visitRange(facet));
          }

          @Override
          public Predicate visitMultipleOf(Facet.MultipleOf facet) {
            return new Predicate(Verb.BE, text.visitMultipleOf(facet));
          }

          @Override
          public Predicate visitLength(Facet.Length facet) {
            return new Predicate(Verb.HAVE, text.visitLength(facet));
          }

          @Override
          public Predicate visitPattern(Facet.Pattern facet) {
            return new Predicate(Verb.MATCH, "`" + facet.regex() + "`");
          }

          @Override
          public Predicate visitFormat(Facet.Format facet) {
            return new Predicate(Verb.BE, text.visitFormat(facet));
          }

          @Override
          public Predicate visitAccepts(Facet.Accepts facet) {
            return new Predicate(Verb.BE, text.visitAccepts(facet));
          }

          @Override
          public Predicate visitItemCount(Facet.ItemCount facet) {
            return new Predicate(Verb.HAVE, text.visitItemCount(facet));
          }

          @Override
          public Predicate visitMemberCount(Facet.MemberCount facet) {
            return new Predicate(Verb.HAVE, text.visitMemberCount(facet));
          }

          @Override
          public Predicate visitUniqueItems(Facet.UniqueItems facet) {
            return new Predicate(Verb.HAVE, "no two equal items");
          }

          @Override
          public Predicate visitContains(Facet.Contains facet) {
            return new Predicate(Verb.HAVE, "an item that " + indicative(facet.fragment()));
          }

          @Override
          public Predicate visitNot(Facet.Not facet) {
            return new Predicate(Verb.FAIL, "match what " + indicative(facet.fragment()));
          }

          @Override
          public Predicate visitHasMember(Facet.HasMember facet) {
            String member = "`" + facet.name() + "`";
            return new Predicate(
                Verb.HAVE,
                facet.fragment().facets().isEmpty()
                    ? member
                    : member + ", which " + indicative(facet.fragment()));
          }
        };
  }
}
