package dev.callsheet.generator.page;

import dev.callsheet.runtime.Amount;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.AbsentValues;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A price list as JSON, for the calculator of a page: what is counted of each charge and what
 * counts where nothing is provided, rounding, factors, rates and their conditions. Decimals are
 * text. The script {@code prices.js} works out prices from it, by the same steps as {@link
 * dev.callsheet.spec.price.PriceEstimator}.
 */
public final class PriceListData {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ModelSpec model;

  private PriceListData(ModelSpec model) {
    this.model = model;
  }

  /**
   * The price list of a model; empty when none is published, or when a rate depends on something
   * that scripts do not work out.
   */
  public static Optional<ObjectNode> of(ModelSpec model) {
    Pricing pricing = model.pricing();
    return pricing == null ? Optional.empty() : new PriceListData(model).list(pricing);
  }

  /** A path as scripts read it: a list of names, with {@code []} for every item of a list. */
  public static ArrayNode path(ParameterPath path) {
    return FormulaData.path(path);
  }

  private Optional<ObjectNode> list(Pricing pricing) {
    ObjectNode list = JSON.objectNode().put("currency", pricing.currency());
    ArrayNode charges = list.putArray("charges");
    pricing.charges().forEach(charge -> charge(charge).ifPresent(charges::add));
    return charges.size() == pricing.charges().size() ? Optional.of(list) : Optional.empty();
  }

  private Optional<ObjectNode> charge(Charge charge) {
    ObjectNode data = JSON.objectNode().put("id", charge.id());
    data.set("unit", charge.unit().accept(new UnitData()));
    data.put("free", charge.free().toPlainString());
    data.put("each", charge.unitsOfPrice().toPlainString());
    Charge.Steps steps = charge.steps();
    if (steps != null) {
      data.putObject("steps")
          .put("round", rounding(steps.rounding()))
          .put("size", steps.size().toPlainString());
    }
    ParameterPath times = charge.multiplier();
    if (times != null) {
      data.set("times", counted(times, Optional.of(AbsentValues.factor(model, times))));
    }
    if (!addCondition(charge.condition(), data)) {
      return Optional.empty();
    }
    ArrayNode rates = data.putArray("rates");
    for (Pricing.Rate rate : charge.rates()) {
      ObjectNode each = rates.addObject();
      each.put("label", rate.label()).put("price", rate.price().toPlainString());
      if (!addCondition(rate.condition(), each)) {
        return Optional.empty();
      }
    }
    return Optional.of(data);
  }

  private static boolean addCondition(@Nullable Formula condition, ObjectNode data) {
    Optional<JsonNode> when = FormulaData.of(condition);
    when.ifPresent(formula -> data.set("when", formula));
    return when.isPresent();
  }

  private static String rounding(RoundingMode mode) {
    return switch (mode) {
      case CEILING -> "up";
      case FLOOR -> "down";
      default -> "nearest";
    };
  }

  /** A parameter, what counts where it is not provided, and where its value is no number. */
  private ObjectNode counted(ParameterPath path, Optional<Amount> absent) {
    ObjectNode data = JSON.objectNode();
    data.set("path", FormulaData.path(path));
    absent.ifPresent(amount -> data.set("absent", bounds(amount)));
    AbsentValues.range(model, path).ifPresent(range -> data.set("range", bounds(range)));
    return data;
  }

  private ObjectNode number(ParameterPath path) {
    return counted(path, AbsentValues.number(model, path));
  }

  private static ArrayNode bounds(Amount amount) {
    return JSON.arrayNode()
        .add(amount.minimum().toPlainString())
        .add(amount.maximum().toPlainString());
  }

  private final class UnitData implements ChargeUnitVisitor<ObjectNode> {
    @Override
    public ObjectNode visitRequest(ChargeUnit.Request unit) {
      return of("request", unit);
    }

    @Override
    public ObjectNode visitSeconds(ChargeUnit.Seconds unit) {
      ObjectNode data = of("seconds", unit);
      ParameterPath duration = unit.duration();
      ParameterPath media = unit.media();
      if (duration != null) {
        data.set("duration", number(duration));
      }
      if (media != null) {
        data.set("media", FormulaData.path(media));
      }
      return data;
    }

    @Override
    public ObjectNode visitItems(ChargeUnit.Items unit) {
      ObjectNode data = of("items", unit);
      data.set("list", counted(unit.list(), Optional.of(AbsentValues.items(model, unit.list()))));
      return data;
    }

    @Override
    public ObjectNode visitCharacters(ChargeUnit.Characters unit) {
      ObjectNode data = of("characters", unit);
      Amount absent = AbsentValues.characters(model, unit.text());
      data.set("text", counted(unit.text(), Optional.of(absent)));
      return data;
    }

    @Override
    public ObjectNode visitTokens(ChargeUnit.Tokens unit) {
      ObjectNode data = of("tokens", unit);
      Amount absent = AbsentValues.bytes(model, unit.text());
      data.set("text", counted(unit.text(), Optional.of(absent)));
      return data.put("least", unit.leastBytes()).put("most", unit.mostBytes());
    }

    @Override
    public ObjectNode visitMegapixels(ChargeUnit.Megapixels unit) {
      ObjectNode data = of("megapixels", unit);
      data.set("width", number(unit.width()));
      data.set("height", number(unit.height()));
      return data.put("pixels", unit.pixels().toPlainString());
    }

    @Override
    public ObjectNode visitUnshown(ChargeUnit.Unshown unit) {
      return of("unshown", unit);
    }

    private static ObjectNode of(String kind, ChargeUnit unit) {
      return JSON.objectNode().put("kind", kind).put("name", unit.name());
    }
  }
}
