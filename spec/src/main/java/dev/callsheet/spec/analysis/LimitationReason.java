package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes, for people, what in a formula the analysis cannot decide. */
final class LimitationReason
    implements FormulaVisitor<Stream<String>>, AtomVisitor<Stream<String>> {
  private static final String TEXT_FORM = "looks at how a text is made";
  private static final LimitationReason INSTANCE = new LimitationReason();

  private static final FacetVisitor<Stream<String>> OF_FACET =
      new FacetVisitor<>() {
        @Override
        public Stream<String> visitOfType(Facet.OfType facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitOneOf(Facet.OneOf facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitRange(Facet.Range facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitMultipleOf(Facet.MultipleOf facet) {
          return Stream.of("asks for multiples of a number");
        }

        @Override
        public Stream<String> visitLength(Facet.Length facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitPattern(Facet.Pattern facet) {
          return Stream.of(TEXT_FORM);
        }

        @Override
        public Stream<String> visitFormat(Facet.Format facet) {
          return Stream.of(TEXT_FORM);
        }

        @Override
        public Stream<String> visitAccepts(Facet.Accepts facet) {
          return Stream.of(TEXT_FORM);
        }

        @Override
        public Stream<String> visitItemCount(Facet.ItemCount facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitMemberCount(Facet.MemberCount facet) {
          return Stream.empty();
        }

        @Override
        public Stream<String> visitUniqueItems(Facet.UniqueItems facet) {
          return Stream.of("compares the items of a list");
        }

        @Override
        public Stream<String> visitContains(Facet.Contains facet) {
          return Stream.of("asks for an item of a certain kind");
        }

        @Override
        public Stream<String> visitNot(Facet.Not facet) {
          return ofFragment(facet.fragment());
        }

        @Override
        public Stream<String> visitHasMember(Facet.HasMember facet) {
          return Stream.empty();
        }
      };

  private LimitationReason() {}

  /** Why a formula cannot be decided as a whole. */
  static String of(Formula formula) {
    String reasons = formula.accept(INSTANCE).distinct().collect(Collectors.joining(", and "));
    return "it " + (reasons.isEmpty() ? "looks at what an object or a list is made of" : reasons);
  }

  @Override
  public Stream<String> visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public Stream<String> visitProvided(Formula.Provided atom) {
    return ofPath(atom.path());
  }

  @Override
  public Stream<String> visitMatches(Formula.Matches atom) {
    return Stream.concat(ofPath(atom.path()), ofFragment(atom.fragment()));
  }

  @Override
  public Stream<String> visitSumEquals(Formula.SumEquals atom) {
    return Stream.of("adds up numbers");
  }

  @Override
  public Stream<String> visitSumWithin(Formula.SumWithin atom) {
    return Stream.of("adds up numbers");
  }

  @Override
  public Stream<String> visitProductWithin(Formula.ProductWithin atom) {
    return Stream.of("multiplies numbers");
  }

  @Override
  public Stream<String> visitQuotientWithin(Formula.QuotientWithin atom) {
    return Stream.of("divides numbers");
  }

  @Override
  public Stream<String> visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    return Stream.of("reads placeholders in texts");
  }

  @Override
  public Stream<String> visitAll(Formula.All combined) {
    return ofParts(combined.parts());
  }

  @Override
  public Stream<String> visitAny(Formula.Any combined) {
    return ofParts(combined.parts());
  }

  @Override
  public Stream<String> visitNot(Formula.Not negated) {
    return negated.part().accept(this);
  }

  @Override
  public Stream<String> visitImplies(Formula.Implies conditional) {
    return ofParts(conditional.children());
  }

  @Override
  public Stream<String> visitCount(Formula.Count count) {
    return ofParts(count.parts());
  }

  private Stream<String> ofParts(List<Formula> parts) {
    return parts.stream().flatMap(part -> part.accept(this));
  }

  private static Stream<String> ofPath(ParameterPath path) {
    return path.leadsThroughLists() ? Stream.of("speaks of every item of a list") : Stream.empty();
  }

  private static Stream<String> ofFragment(SchemaFragment fragment) {
    return fragment.facets().stream().flatMap(facet -> facet.accept(OF_FACET));
  }
}
