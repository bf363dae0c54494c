package dev.callsheet.generator.site;

import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.PriceInput;
import dev.callsheet.generator.page.PriceListData;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calculator of a page: its controls, and the data that {@code prices.js} computes from.
 *
 * @param data the price list, what the controls stand for, and a smallest request of each mode
 */
record CalculatorView(String data, List<String> modes, List<Control> controls) {
  /**
   * The calculator of a model; empty when no price is published, or nothing can be asked for that a
   * price depends on.
   */
  static Optional<CalculatorView> of(ModelSpec model, ModelAnalysis analysis) {
    List<PriceInput> inputs = PriceInput.of(model);
    return inputs.isEmpty() || analysis.modeRequests().isEmpty()
        ? Optional.empty()
        : PriceListData.of(model).map(list -> of(list, inputs, analysis));
  }

  private static CalculatorView of(
      ObjectNode list, List<PriceInput> inputs, ModelAnalysis analysis) {
    ObjectNode data = list.objectNode();
    data.set("list", list);
    ArrayNode asked = data.putArray("inputs");
    List<Control> controls = new ArrayList<>();
    for (PriceInput input : inputs) {
      ObjectNode each = asked.addObject().put("kind", input.kind().name().toLowerCase(Locale.ROOT));
      each.set("path", PriceListData.path(input.path()));
      controls.add(Control.of("input-" + controls.size(), input));
    }
    ObjectNode requests = data.putObject("requests");
    analysis.modeRequests().forEach((mode, example) -> requests.set(mode, example.request()));
    return new CalculatorView(
        data.toString(), List.copyOf(analysis.modeRequests().keySet()), controls);
  }

  /**
   * What is asked for.
   *
   * @param counted what a number counts; empty for a number itself
   * @param choices empty for a number
   */
  record Control(String name, String path, String counted, List<Choice> choices) {
    static Control of(String name, PriceInput input) {
      String counted =
          switch (input.kind()) {
            case TEXT -> "characters";
            case LIST -> "items";
            case NUMBER, CHOICE -> "";
          };
      return new Control(
          name,
          input.path().toString(),
          counted,
          input.choices().entrySet().stream()
              .map(choice -> new Choice(choice.getKey(), choice.getValue()))
              .toList());
    }

    boolean hasChoices() {
      return !choices.isEmpty();
    }
  }

  /** A value to choose. */
  record Choice(String json, String text) {}
}
