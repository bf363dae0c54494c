package dev.callsheet.generator.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FacetMutationsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Stream<Arguments> facetsWithValidValue() {
    SchemaFragment listed = new SchemaFragment(List.of(new Facet.OneOf(List.of(json("\"b\"")))));
    return Stream.of(
        Arguments.of(new Facet.OfType(JsonType.STRING), "\"a\""),
        Arguments.of(new Facet.OneOf(List.of(json("\"a\""))), "\"a\""),
        Arguments.of(new Facet.UniqueItems(), "[1, 2]"),
        Arguments.of(new Facet.Contains(listed), "[\"b\"]"),
        Arguments.of(new Facet.Not(listed), "\"a\""),
        Arguments.of(new Facet.HasMember("kind", listed), "{\"kind\": \"b\"}"));
  }

  @ParameterizedTest
  @MethodSource("facetsWithValidValue")
  void everyMutationViolatesTheFacet(Facet facet, String valid) {
    assertThat(FacetPredicates.of(facet).test(json(valid))).isTrue();
    List<Mutation> mutations = facet.accept(new FacetMutations());
    assertThat(mutations)
        .isNotEmpty()
        .allSatisfy(
            mutation ->
                assertThat(FacetPredicates.of(facet).test(mutation.change().apply(json(valid))))
                    .isFalse());
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
