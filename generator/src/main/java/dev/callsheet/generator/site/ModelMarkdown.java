package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ExampleEntry;
import dev.callsheet.generator.page.Hyperlink;
import dev.callsheet.generator.page.ModeEntry;
import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.generator.page.ParameterSection;
import dev.callsheet.generator.page.PriceEntry;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.generator.page.RequestExample;
import dev.callsheet.generator.page.RuleEntry;
import dev.callsheet.generator.page.ValueTable;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.model.ModelMetadata;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model's page in Markdown, in the structure of the pages that platforms publish: what is
 * published stands where they have it, and what is enforced instead is named beside it. What such
 * pages do not say, what each mode takes and which rules contradict, follows at the end.
 */
final class ModelMarkdown {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private final MarkdownText text = new MarkdownText();
  private final ModelPage page;
  private final ModelAnalysis analysis;

  private final @Nullable ChangesView changes;

  private ModelMarkdown(ModelView view) {
    this.page = view.page();
    this.analysis = view.analysis();
    this.changes = view.changes();
  }

  /** The whole page. */
  static String of(ModelView view) {
    ModelMarkdown markdown = new ModelMarkdown(view);
    markdown.addIdentity();
    markdown.addPrices();
    markdown.addRules();
    markdown.addParameters();
    markdown.addResult();
    markdown.addExamples();
    markdown.addModes();
    markdown.addContradictions();
    markdown.addChanges();
    return markdown.text.toString();
  }

  private void addChanges() {
    if (changes == null) {
      return;
    }
    text.heading(2, "Changes since " + MarkdownText.escaped(changes.since()));
    text.paragraph("Version step: **" + changes.step() + "**");
    for (ChangesView.Entry entry : changes.entries()) {
      String open = entry.openReason();
      text.item(
          (entry.isBreaking() ? "**Breaking**: " : "")
              + MarkdownText.of(entry.message())
              + (open == null ? "" : " Not decided: " + MarkdownText.escaped(open) + "."));
      text.code("json", entry.request());
    }
  }

  private void addIdentity() {
    ModelMetadata metadata = page.metadata();
    text.heading(1, MarkdownText.escaped(metadata.name()));
    text.paragraph(page.summary());
    text.paragraph(page.description());
    text.paragraph(page.deprecation());
    text.attribute("ID", code(metadata.id()));
    text.attribute("Status", MarkdownText.escaped(metadata.status()));
    if (metadata.creator() != null) {
      text.attribute("Creator", MarkdownText.escaped(metadata.creator()));
    }
    if (metadata.releaseDate() != null) {
      text.attribute("Release Date", DATE.format(metadata.releaseDate()));
    }
    if (!page.capabilities().isEmpty()) {
      text.attribute("Capabilities", MarkdownText.escaped(String.join(", ", page.capabilities())));
    }
    Hyperlink documentation = page.documentation();
    if (documentation != null) {
      text.attribute("Published", MarkdownText.link(documentation.address(), documentation));
    }
  }

  private void addPrices() {
    PriceEntry prices = page.prices();
    if (prices == null) {
      return;
    }
    text.heading(2, "Pricing");
    if (!prices.from().isEmpty()) {
      text.paragraph("Pricing starts from " + from(prices.from()) + ".");
    }
    text.paragraph(prices.overview());
    if (!prices.complete()) {
      text.paragraph("Not all prices are published.");
    }
    for (PriceEntry.Charge charge : prices.charges()) {
      String where = charge.condition().isEmpty() ? "" : ", where " + markdown(charge.condition());
      text.paragraph(
          "Charge " + code(charge.id()) + " " + markdown(charge.counted()) + where + ":");
      for (PriceEntry.Rate rate : charge.rates()) {
        String holds = rate.condition().isEmpty() ? "" : ", where " + markdown(rate.condition());
        text.attribute(
            MarkdownText.escaped(rate.label()),
            code(amount(rate.price(), prices.currency())) + holds);
      }
    }
  }

  /** A single amount as pages write it, such as {@code $0.112/s}. */
  private static String from(String price) {
    return price.matches("[0-9.]+ USD(/\\S+)?")
        ? "$" + price.replace(" USD", "")
        : MarkdownText.escaped(price);
  }

  private static String amount(String price, String currency) {
    return currency.equals("USD") ? "$" + price : price + " " + currency;
  }

  private void addRules() {
    if (page.rules().isEmpty()) {
      return;
    }
    text.heading(2, "Compatibility & Validation");
    boolean isFirst = true;
    for (RuleEntry rule : page.rules()) {
      if (!isFirst) {
        text.rule();
      }
      isFirst = false;
      addRule(rule);
    }
  }

  private void addRule(RuleEntry rule) {
    Prose published = rule.published();
    text.paragraph(published == null ? rule.statement() : published);
    for (ValueTable table : page.tables()) {
      if (table.rule().equals(rule.id())) {
        addTable(table);
      }
    }
    if (published != null) {
      text.paragraph(
          "Published so; enforced: " + markdown(rule.statement()) + " " + markdown(rule.note()));
    }
    String level = rule.isError() ? "" : " (warning)";
    text.paragraph(code(rule.id()) + level + ": " + markdown(rule.description()));
  }

  private void addTable(ValueTable table) {
    boolean isSize =
        table.exhaustive()
            && table.parameters().stream()
                .map(Object::toString)
                .toList()
                .equals(List.of("width", "height"));
    List<String> head =
        isSize
            ? List.of("Dimensions")
            : table.parameters().stream().map(path -> code(path.toString())).toList();
    Stream<String> then = table.hasConsequences() ? Stream.of("Then") : Stream.empty();
    text.tableHead(
        Stream.of(Stream.of("Configuration"), head.stream(), then).flatMap(all -> all).toList());
    for (ValueTable.Row row : table.rows()) {
      Stream<String> values =
          isSize
              ? Stream.of(code(String.join("x", row.values())))
              : row.values().stream().map(ModelMarkdown::code);
      Stream<String> consequence =
          table.hasConsequences() ? Stream.of(markdown(row.consequence())) : Stream.empty();
      text.tableRow(
          Stream.of(Stream.of(code(row.label())), values, consequence)
              .flatMap(all -> all)
              .toList());
    }
  }

  private void addParameters() {
    text.heading(2, "Request Parameters");
    text.paragraph("A request has no others: any other name is an error.");
    for (ParameterSection section : page.request()) {
      text.paragraph("**" + MarkdownText.escaped(section.title()) + "**");
      for (ParameterEntry container : section.containers()) {
        text.paragraph(container.description());
        text.paragraph(container.deprecation());
      }
      if (!section.containers().isEmpty()) {
        text.paragraph(
            "These must be nested inside the " + code(section.place().toString()) + " object.");
      }
      section.parameters().forEach(parameter -> addParameter(parameter, 3));
    }
  }

  private void addParameter(ParameterEntry parameter, int level) {
    text.heading(level, linked(parameter));
    parameter.attributes().forEach(each -> text.attribute(each));
    text.paragraph(parameter.description());
    text.paragraph(parameter.deprecation());
    text.paragraph(parameter.note());
    text.values(parameter.values());
    if (!parameter.mediaLimits().isEmpty()) {
      text.paragraph("Limits on the media itself, which no request shows:");
      parameter.mediaLimits().forEach(limit -> text.attribute(limit));
    }
    List<Hyperlink> links = parameter.links();
    if (!links.isEmpty()) {
      String count = links.size() == 1 ? "1 resource" : links.size() + " resources";
      text.paragraph("**Learn more** (" + count + "):");
      links.forEach(link -> text.item(MarkdownText.link(link.title(), link)));
    }
    boolean isList = parameter.summary().startsWith("list");
    parameter.forms().forEach(form -> addForm(form, isList, level));
    parameter.members().forEach(member -> addParameter(member, level + 1));
  }

  private void addForm(ParameterEntry.Form form, boolean isItem, int level) {
    String type = String.valueOf(form.attributes().get(0).value()).replaceAll(" .*", "");
    String title = form.title().isEmpty() ? "" : " (" + MarkdownText.escaped(form.title()) + ")";
    text.paragraph(
        "**Format " + form.number() + ": " + type + (isItem ? "[]" : "") + "**" + title + ":");
    form.attributes().forEach(each -> text.attribute(each));
    text.paragraph(form.description());
    text.values(form.values());
    form.forms().forEach(inner -> addForm(inner, true, level));
    form.members().forEach(member -> addParameter(member, level + 1));
  }

  private String linked(ParameterEntry parameter) {
    Hyperlink documentation = page.documentation();
    String around = documentation == null || !documentation.web() ? "" : documentation.address();
    return "["
        + MarkdownText.escaped(parameter.name())
        + "]("
        + MarkdownText.address(around)
        + "#"
        + parameter.anchor()
        + ")";
  }

  private void addResult() {
    text.heading(2, "Response Parameters");
    page.result().forEach(field -> addParameter(field, 3));
  }

  private void addExamples() {
    if (page.examples().isEmpty()) {
      return;
    }
    text.heading(2, "Examples");
    boolean isFirst = true;
    for (ExampleEntry example : page.examples()) {
      if (!isFirst) {
        text.rule();
      }
      isFirst = false;
      text.heading(3, MarkdownText.escaped(example.name() + " (" + example.mode() + ")"));
      text.paragraph(MarkdownText.link("See the result", example.media()));
      text.code("json", example.request());
    }
  }

  private void addExample(@Nullable RequestExample example) {
    if (example != null) {
      text.code("json", example.json());
      text.code("java", example.java());
      text.code("shell", example.curl());
    }
  }

  private void addModes() {
    if (page.modes().isEmpty()) {
      text.heading(2, "A smallest request");
      addExample(analysis.modeRequests().get(ModelAnalysis.ANY_REQUEST));
      return;
    }
    text.heading(2, "Modes");
    for (ModeEntry mode : page.modes()) {
      text.heading(3, MarkdownText.escaped(mode.title()));
      text.paragraph(mode.description());
      if (!mode.condition().isEmpty()) {
        text.paragraph("A request is of it where " + markdown(mode.condition()) + ".");
      }
      addExample(analysis.modeRequests().get(mode.name()));
    }
    ModeTable table = ModeTable.of(page, analysis.modes());
    text.tableHead(
        Stream.concat(Stream.of("Parameter"), table.modes().stream().map(MarkdownText::escaped))
            .toList());
    for (ModeTable.Row row : table.rows()) {
      text.tableRow(
          Stream.concat(Stream.of(code(row.path())), row.cells().stream().map(ModeTable.Cell::word))
              .toList());
    }
    text.paragraph(
        "What is inside of something else is required or optional wherever that is provided. Every"
            + " other parameter is optional in every mode.");
  }

  private void addContradictions() {
    text.heading(2, "Contradictions");
    if (analysis.findings().isEmpty()) {
      text.paragraph("None: it is proved of these rules that they do not contradict each other.");
    }
    if (!analysis.limitations().isEmpty()) {
      text.paragraph("Not analysed, in whole or in part, and taken to allow anything:");
      analysis
          .limitations()
          .forEach(limit -> text.item(code(limit.subject()) + ": " + limit.reason()));
    }
    for (CheckFinding finding : analysis.findings()) {
      String rules =
          finding.causes().stream()
              .map(CausingRule::ruleId)
              .map(ModelMarkdown::code)
              .collect(Collectors.joining(", "));
      text.item(
          markdown(Prose.of(finding.message())) + (rules.isEmpty() ? "" : " (" + rules + ")"));
    }
  }

  private static String code(String value) {
    return MarkdownText.code(value);
  }

  private static String markdown(@Nullable Prose prose) {
    return prose == null ? "" : MarkdownText.of(prose);
  }
}
