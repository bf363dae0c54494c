package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.MeasuredPrice;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of measured prices that may lie beside a model's. */
public final class MeasuredPriceParser {
  private MeasuredPriceParser() {}

  /**
   * The prices in a file.
   *
   * @throws SpecException when something is wrong; it names all that is
   */
  public static List<MeasuredPrice> parse(SourceText source) throws SpecException {
    ProblemCollector problems = new ProblemCollector();
    problems.addSource(source);
    Optional<YamlNode> root = YamlParser.parse(source, problems::report);
    root.ifPresent(file -> MetaSchema.bundled().validate(file, problems));
    problems.throwIfAny();
    return root.flatMap(YamlNode::asMapping).stream()
        .flatMap(file -> file.items("measured").stream())
        .flatMap(item -> item.asMapping().stream())
        .map(MeasuredPriceParser::price)
        .toList();
  }

  private static MeasuredPrice price(YamlNode.Mapping item) {
    Map<String, BigDecimal> lengths = new LinkedHashMap<>();
    YamlNode.Mapping given = item.mappingOrEmpty("lengths");
    given
        .entries()
        .keySet()
        .forEach(media -> given.decimal(media).ifPresent(length -> lengths.put(media, length)));
    return new MeasuredPrice(
        item.text("configuration").orElse(""),
        item.mappingOrEmpty("request").json(),
        item.decimal("price").orElse(BigDecimal.ZERO),
        item.text("disagrees").orElse(null),
        lengths,
        item.location());
  }
}
