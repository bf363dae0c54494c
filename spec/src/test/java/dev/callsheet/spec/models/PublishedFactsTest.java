package dev.callsheet.spec.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A bundled spec states every fact of its page, and none that the page does not. */
@ParameterizedClass
@MethodSource("dev.callsheet.spec.models.PublishedFacts#all")
class PublishedFactsTest {
  private static final DateTimeFormatter PAGE_DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private final PublishedFacts facts;
  private final ModelSpec model;

  PublishedFactsTest(PublishedFacts facts) {
    this.facts = facts;
    this.model = ModelCatalogue.bundled().find(facts.page().id()).orElseThrow();
  }

  @Test
  void hasTheMetadataOfThePage() {
    PublishedFacts.Page page = facts.page();
    ModelMetadata identity = model.metadata();

    assertThat(identity.id()).isEqualTo(page.id());
    assertThat(identity.name()).isEqualTo(page.name());
    assertThat(identity.status()).isEqualTo(page.status());
    assertThat(identity.creator()).isEqualTo(page.creator());
    assertThat(identity.releaseDate()).isEqualTo(LocalDate.parse(page.released(), PAGE_DATE));
    assertThat(identity.capabilities())
        .containsExactlyElementsOf(
            page.capabilities().stream().map(PublishedFactsTest::hyphened).toList());
    assertThat(identity.documentation()).hasToString(page.url());
    assertThat(identity.summary()).isNotBlank();
    assertThat(identity.description()).isNotBlank();
  }

  @Test
  void hasEveryPriceUnderItsLabel() {
    Pricing pricing = Objects.requireNonNull(model.pricing());
    assertThat(pricing.charges()).hasSize(1);
    Charge charge = pricing.charges().get(0);
    Map<String, String> lines = new LinkedHashMap<>();
    charge.rates().forEach(rate -> lines.put(rate.label(), "$" + rate.price().toPlainString()));
    BigDecimal least =
        charge.rates().stream()
            .map(Pricing.Rate::price)
            .min(Comparator.naturalOrder())
            .orElseThrow();

    assertThat(pricing.currency()).isEqualTo("USD");
    assertThat(pricing.overview()).isNotBlank();
    assertThat(lines).containsExactlyEntriesOf(facts.prices().lines());
    assertThat("$" + least.toPlainString() + "/" + charge.unit().name())
        .isEqualTo(facts.prices().from());
  }

  @Test
  void hasEveryRuleOfThePage() {
    assertThat(statements(facts.rules())).containsExactlyEntriesOf(facts.rules());
  }

  @Test
  void hasEveryRuleThatOnlyADescriptionStates() {
    assertThat(statements(facts.rulesInDescriptions()))
        .containsExactlyInAnyOrderEntriesOf(facts.rulesInDescriptions());
  }

  @Test
  void hasNoOtherRule() {
    List<String> ids = new ArrayList<>(facts.rules().keySet());
    ids.addAll(facts.rulesInDescriptions().keySet());

    assertThat(model.rules())
        .filteredOn(rule -> !(rule.body() instanceof RuleBody.Combinations))
        .extracting(Rule::id)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void hasTheTableOfSizes() {
    List<RuleBody.Combinations> tables =
        model.rules().stream()
            .map(Rule::body)
            .filter(RuleBody.Combinations.class::isInstance)
            .map(RuleBody.Combinations.class::cast)
            .toList();

    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).parameters()).hasToString("[width, height]");
    assertThat(PublishedRules.sizes(tables.get(0))).containsExactlyEntriesOf(facts.sizes());
  }

  @Test
  void keepsBothFormsOfRulesThatContradictEachOther() {
    assertThat(model.rules())
        .filteredOn(rule -> rule.documentedBody() != null)
        .allSatisfy(rule -> assertThat(rule.note()).isNotBlank())
        .allSatisfy(rule -> assertThat(facts.contradictoryRules()).contains(rule.contradicts()))
        .noneSatisfy(rule -> assertThat(rule.contradicts()).isEqualTo(rule.id()))
        .extracting(Rule::id)
        .containsExactlyElementsOf(facts.contradictoryRules());
  }

  @Test
  void hasExactlyTheParametersOfThePageInItsOrder() {
    List<String> places = places(model.request());

    assertThat(places).containsAll(facts.containers());
    places.removeAll(facts.containers());
    assertThat(places).containsExactlyElementsOf(facts.requestParameters().keySet());
  }

  @Test
  void statesEveryAttributeOfEveryParameterAndNoOther() {
    Map<String, Map<String, Object>> stated = PublishedParameters.of(model.request());
    stated.keySet().removeAll(facts.containers());

    assertThat(stated).containsExactlyEntriesOf(facts.requestParameters());
  }

  @Test
  void saysWhyAPublishedAttributeIsNotEnforced() {
    Map<String, List<String>> notEnforced = new LinkedHashMap<>();
    for (Parameter parameter : PublishedParameters.flatten(model.request())) {
      if (!parameter.metadata().documentedAttributes().isEmpty()) {
        assertThat(parameter.metadata().note()).as(parameter.path().toString()).isNotBlank();
        notEnforced.put(
            PublishedParameters.place(parameter.path()),
            List.copyOf(parameter.metadata().documentedAttributes().keySet()));
      }
    }

    assertThat(notEnforced).containsExactlyEntriesOf(facts.notEnforced());
  }

  @Test
  void statesEveryFieldOfAResultAndNoOther() {
    assertThat(places(model.response())).containsExactlyElementsOf(facts.response().keySet());
    Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
    PublishedParameters.of(model.response())
        .forEach(
            (place, attributes) -> {
              Map<String, Object> published = new LinkedHashMap<>(attributes);
              // What the media is, and in which form, is for programs; the page has it in the
              // names.
              published.keySet().removeAll(Set.of("media", "accepts"));
              fields.put(place, published);
            });
    assertThat(fields).containsExactlyEntriesOf(facts.response());
  }

  @Test
  void hasEveryExample() {
    assertThat(model.examples())
        .map(
            example ->
                new PublishedFacts.Example(
                    example.title(), example.mode(), example.media().toString()))
        .containsExactlyElementsOf(
            facts.examples().stream()
                .map(
                    fact ->
                        new PublishedFacts.Example(
                            fact.title(), hyphened(fact.kind()), fact.media()))
                .toList());
  }

  @Test
  void describesEverything() {
    List<Parameter> parameters = new ArrayList<>(PublishedParameters.flatten(model.request()));
    parameters.addAll(PublishedParameters.flatten(model.response()));

    assertThat(parameters)
        .allSatisfy(
            parameter ->
                assertThat(parameter.metadata().description())
                    .as(parameter.path().toString())
                    .endsWith("."));
    assertThat(model.rules())
        .allSatisfy(rule -> assertThat(rule.description()).as(rule.id()).endsWith("."));
    assertThat(model.modes())
        .allSatisfy(mode -> assertThat(mode.description()).as(mode.name()).endsWith("."));
  }

  @Test
  void describesTheAlternativesOfAnItem() {
    assertThat(PublishedParameters.flatten(model.request()))
        .map(Parameter::shape)
        .filteredOn(Shape.Sequence.class::isInstance)
        .map(list -> ((Shape.Sequence) list).items())
        .filteredOn(Shape.Union.class::isInstance)
        .flatMap(items -> ((Shape.Union) items).alternatives())
        .allSatisfy(alternative -> assertThat(alternative.title()).isNotBlank())
        .allSatisfy(alternative -> assertThat(alternative.description()).endsWith("."));
  }

  private Map<String, Map<String, Object>> statements(Map<String, ?> ids) {
    Map<String, Map<String, Object>> stated = new LinkedHashMap<>();
    for (Rule rule : model.rules()) {
      if (ids.containsKey(rule.id())) {
        stated.put(rule.id(), PublishedRules.statement(rule));
      }
    }
    return stated;
  }

  private static List<String> places(Shape.Structure structure) {
    return new ArrayList<>(PublishedParameters.of(structure).keySet());
  }

  private static String hyphened(String words) {
    return words.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
