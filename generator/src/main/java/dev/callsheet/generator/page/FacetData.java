package dev.callsheet.generator.page;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facets as JSON for scripts, with decimals as text; empty for those that scripts do not know. */
final class FacetData implements FacetVisitor<Optional<JsonNode>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final FacetData DATA = new FacetData();

  private FacetData() {}

  /** All facets of a fragment. */
  static Optional<ArrayNode> of(SchemaFragment fragment) {
    ArrayNode facets = JSON.arrayNode();
    fragment.facets().forEach(facet -> facet.accept(DATA).ifPresent(facets::add));
    return facets.size() == fragment.facets().size() ? Optional.of(facets) : Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitOfType(Facet.OfType facet) {
    return Optional.of(of("type").put("type", facet.type().keyword()));
  }

  @Override
  public Optional<JsonNode> visitOneOf(Facet.OneOf facet) {
    ObjectNode data = of("oneOf");
    data.putArray("values").addAll(facet.values());
    return Optional.of(data);
  }

  @Override
  public Optional<JsonNode> visitRange(Facet.Range facet) {
    return Optional.of(
        of("range")
            .put("min", text(facet.minimum()))
            .put("above", facet.minimumExclusive())
            .put("max", text(facet.maximum()))
            .put("below", facet.maximumExclusive()));
  }

  @Override
  public Optional<JsonNode> visitMultipleOf(Facet.MultipleOf facet) {
    return Optional.of(of("multipleOf").put("divisor", text(facet.divisor())));
  }

  @Override
  public Optional<JsonNode> visitLength(Facet.Length facet) {
    return facet.unit() == LengthUnit.CODE_POINTS
        ? Optional.of(of("length").put("min", facet.minimum()).put("max", facet.maximum()))
        : Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitItemCount(Facet.ItemCount facet) {
    return Optional.of(of("items").put("min", facet.minimum()).put("max", facet.maximum()));
  }

  @Override
  public Optional<JsonNode> visitContains(Facet.Contains facet) {
    return nested("contains", facet.fragment());
  }

  @Override
  public Optional<JsonNode> visitNot(Facet.Not facet) {
    return nested("not", facet.fragment());
  }

  @Override
  public Optional<JsonNode> visitHasMember(Facet.HasMember facet) {
    return nested("member", facet.fragment())
        .map(member -> ((ObjectNode) member).put("name", facet.name()));
  }

  @Override
  public Optional<JsonNode> visitPattern(Facet.Pattern facet) {
    return Optional.of(of("pattern").put("regex", facet.regex()));
  }

  @Override
  public Optional<JsonNode> visitFormat(Facet.Format facet) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitAccepts(Facet.Accepts facet) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitMemberCount(Facet.MemberCount facet) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitUniqueItems(Facet.UniqueItems facet) {
    return Optional.empty();
  }

  private static Optional<JsonNode> nested(String kind, SchemaFragment fragment) {
    return of(fragment)
        .map(
            facets -> {
              ObjectNode data = of(kind);
              data.set("facets", facets);
              return data;
            });
  }

  private static ObjectNode of(String kind) {
    return JSON.objectNode().put("is", kind);
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
