package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.PublishedExample;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.price.ChargeText;
import dev.callsheet.spec.price.LowestPrice;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the documentation of a model says, as its spec says it; the same spec always makes the same
 * page.
 *
 * @param metadata its identity; texts in it are as in the spec
 * @param summary one sentence; may be empty
 * @param description a paragraph; may be empty
 * @param deprecation until when it can be used and what to use instead; null while it is to be used
 * @param modes the ways to use it; may be empty
 * @param request the parameters of a task, under their headings
 * @param rules in the order of the spec, and behind them what is deprecated, ignored or clamped
 * @param tables the combinations of values that rules list
 * @param prices null when no price is published
 * @param result the fields of one result
 * @param examples the published ones
 */
public record ModelPage(
    ModelMetadata metadata,
    Prose summary,
    Prose description,
    @Nullable Prose deprecation,
    List<ModeEntry> modes,
    List<ParameterSection> request,
    List<RuleEntry> rules,
    List<ValueTable> tables,
    @Nullable PriceEntry prices,
    List<ParameterEntry> result,
    List<ExampleEntry> examples) {

  /** Copies the lists, so that a page never changes. */
  public ModelPage {
    modes = List.copyOf(modes);
    request = List.copyOf(request);
    rules = List.copyOf(rules);
    tables = List.copyOf(tables);
    result = List.copyOf(result);
    examples = List.copyOf(examples);
  }

  /** The page of a model. */
  public static ModelPage of(ModelSpec model) {
    ModelMetadata metadata = model.metadata();
    Deprecation deprecation = metadata.deprecation();
    Pricing pricing = model.pricing();
    return new ModelPage(
        metadata,
        Prose.of(metadata.summary()),
        Prose.of(metadata.description()),
        deprecation == null ? null : Prose.of(deprecation.sentence("The model")),
        model.modes().stream().map(ModelPage::mode).toList(),
        ParameterSections.of(
            new ParameterEntries("request").of(model.request().members()), sections(model)),
        Stream.concat(
                model.rules().stream().map(ModelPage::rule),
                model.advice().stream().map(ModelPage::advice))
            .toList(),
        model.rules().stream().flatMap(rule -> table(rule).stream()).toList(),
        pricing == null ? null : prices(model, pricing),
        new ParameterEntries("response").of(model.response().members()),
        model.examples().stream().map(ModelPage::example).toList());
  }

  /** The page that the spec was written from; null when there is none. */
  public @Nullable Hyperlink documentation() {
    URI address = metadata.documentation();
    return address == null ? null : Hyperlink.of("", address);
  }

  /** What it can do, in words such as {@code Text to Video}. */
  public List<String> capabilities() {
    return metadata.capabilities().stream().map(ParameterSections::title).toList();
  }

  /** Every parameter of a request at any depth, an object before its members. */
  public Stream<ParameterEntry> requestParameters() {
    return request.stream()
        .flatMap(
            section ->
                Stream.concat(
                    section.containers().stream(),
                    section.parameters().stream().flatMap(ModelPage::withInside)));
  }

  private static Stream<ParameterEntry> withInside(ParameterEntry entry) {
    return Stream.concat(Stream.of(entry), entry.inside().stream().flatMap(ModelPage::withInside));
  }

  private static Map<String, String> sections(ModelSpec model) {
    Map<String, String> sections = new HashMap<>();
    for (Parameter member : model.request().members()) {
      String section = member.metadata().section();
      if (section != null) {
        sections.put(member.name(), section);
      }
    }
    return sections;
  }

  private static ModeEntry mode(ModelMode mode) {
    return new ModeEntry(
        mode.name(),
        ParameterSections.title(mode.name()),
        Prose.of(mode.description()),
        Prose.of(FormulaText.clause(mode.conditions())));
  }

  /** Its description says it all; what it demands is that nobody does what it is about. */
  private static RuleEntry advice(Rule rule) {
    return new RuleEntry(
        rule.id(),
        rule.severity(),
        Prose.of(rule.description()),
        rule.scope(),
        Prose.of(""),
        null,
        null,
        null,
        rule.body().toFormula().parameters());
  }

  private static RuleEntry rule(Rule rule) {
    RuleBody published = rule.documentedBody();
    String note = rule.note();
    return new RuleEntry(
        rule.id(),
        rule.severity(),
        Prose.of(rule.description()),
        rule.scope(),
        Prose.of(RuleText.sentence(rule.body(), rule.scope())),
        published == null ? null : Prose.of(RuleText.sentence(published, rule.scope())),
        rule.contradicts(),
        note == null ? null : Prose.of(note),
        rule.body().toFormula().parameters().stream().map(rule.scope()::resolve).toList());
  }

  private static ExampleEntry example(PublishedExample example) {
    JsonNode request = example.request();
    return new ExampleEntry(
        DisplayText.printable(example.title()),
        ParameterSections.title(example.mode()),
        Hyperlink.of("", example.media()),
        request == null ? null : JsonText.pretty(request));
  }

  private static List<ValueTable> table(Rule rule) {
    return rule.body().accept(new TableOfRule(rule.id()));
  }

  private static PriceEntry prices(ModelSpec model, Pricing pricing) {
    return new PriceEntry(
        pricing.currency(),
        LowestPrice.of(model).map(Object::toString).orElse(""),
        Prose.of(pricing.overview()),
        pricing.complete(),
        pricing.charges().stream().map(ModelPage::charge).toList());
  }

  private static PriceEntry.Charge charge(Charge charge) {
    return new PriceEntry.Charge(
        charge.id(),
        Prose.of(ChargeText.of(charge)),
        condition(charge.condition()),
        charge.rates().stream()
            .map(
                rate ->
                    new PriceEntry.Rate(
                        rate.label(), rate.price().toPlainString(), condition(rate.condition())))
            .toList());
  }

  private static Prose condition(@Nullable Formula condition) {
    return Prose.of(condition == null ? "" : FormulaText.clause(condition));
  }
}
