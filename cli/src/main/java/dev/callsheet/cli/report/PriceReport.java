package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.runtime.Price;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What requests will cost.
 *
 * @param prices in the order of the inputs
 * @param total of all of them
 */
public record PriceReport(List<RequestPrice> prices, Price total) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * The price of one request.
   *
   * @param file the input that it is in
   * @param line where it begins there, from 1
   */
  public record RequestPrice(String file, int line, String model, Price price) {}

  /** The forms of a report. */
  public enum Format {
    /**
     * For people: a line for each request, and one for each of its charges if there are several.
     */
    TEXT,
    /** For programs: one object. */
    JSON
  }

  /** Copies the list, so that a report never changes. */
  public PriceReport {
    prices = List.copyOf(prices);
  }

  /** Writes the report. */
  public void print(Format format, Console console) {
    switch (format) {
      case TEXT -> printText(console);
      case JSON -> console.out().println(MAPPER.writeValueAsString(toJson()));
    }
  }

  private void printText(Console console) {
    List<List<String>> rows = new ArrayList<>();
    for (RequestPrice request : prices) {
      Price price = request.price();
      boolean isSum = price.charges().size() > 1;
      rows.add(List.of(name(request), price.toString(), isSum ? "the sum of" : price.why()));
      if (isSum) {
        price
            .charges()
            .forEach(
                charge ->
                    rows.add(
                        List.of(
                            "",
                            charge.price().toString(),
                            charge.id() + ": " + charge.price().why())));
      }
    }
    if (prices.size() > 1) {
      rows.add(List.of("total", total.toString(), prices.size() + " requests"));
    }
    new TextTable(List.of(), rows).print(console);
  }

  /** With the line, where a file has several requests. */
  private String name(RequestPrice request) {
    boolean isAlone =
        prices.stream().filter(other -> other.file().equals(request.file())).count() == 1;
    return isAlone ? request.file() : request.file() + ":" + request.line();
  }

  private ObjectNode toJson() {
    ObjectNode report = MAPPER.createObjectNode();
    ArrayNode list = report.putArray("prices");
    for (RequestPrice request : prices) {
      ObjectNode json =
          list.addObject()
              .put("file", request.file())
              .put("line", request.line())
              .put("model", request.model());
      new PriceJson(json).add(request.price());
      json.put("why", request.price().why());
      ArrayNode charges = json.putArray("charges");
      for (Price.Charge charge : request.price().charges()) {
        ObjectNode part = charges.addObject().put("id", charge.id());
        new PriceJson(part).add(charge.price());
        part.put("why", charge.price().why());
      }
    }
    new PriceJson(report.putObject("total")).add(total);
    return report;
  }
}
