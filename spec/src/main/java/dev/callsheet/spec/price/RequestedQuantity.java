package dev.callsheet.spec.price;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.support.Quantity;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import dev.callsheet.spec.model.ModelSpec;

/** How much there is in a request of what a charge counts. */
final class RequestedQuantity implements ChargeUnitVisitor<Quantity> {
  private final ModelSpec model;
  private final GivenValues given;
  private final MediaDurations durations;

  RequestedQuantity(ModelSpec model, GivenValues given, MediaDurations durations) {
    this.model = model;
    this.given = given;
    this.durations = durations;
  }

  @Override
  public Quantity visitRequest(ChargeUnit.Request unit) {
    return Quantity.REQUEST;
  }

  @Override
  public Quantity visitSeconds(ChargeUnit.Seconds unit) {
    ParameterPath media = unit.media();
    ParameterPath duration = unit.duration();
    if (duration == null) {
      return media == null
          ? Quantity.REQUEST
          : Quantity.secondsOf(media.toString(), given.value(media), durations);
    }
    Quantity seconds =
        Quantity.seconds(
            duration.toString(),
            given.number(duration),
            AbsentValues.number(model, duration).orElse(null));
    return media == null
        ? seconds
        : seconds.unlessGiven(media.toString(), given.value(media), durations);
  }

  @Override
  public Quantity visitItems(ChargeUnit.Items unit) {
    ParameterPath list = unit.list();
    return Quantity.items(list.toString(), given.value(list), AbsentValues.items(model, list));
  }

  @Override
  public Quantity visitCharacters(ChargeUnit.Characters unit) {
    ParameterPath text = unit.text();
    return Quantity.characters(
        text.toString(), given.value(text), AbsentValues.characters(model, text));
  }

  @Override
  public Quantity visitTokens(ChargeUnit.Tokens unit) {
    ParameterPath text = unit.text();
    return Quantity.tokens(
        text.toString(),
        given.value(text),
        AbsentValues.bytes(model, text),
        unit.leastBytes(),
        unit.mostBytes());
  }

  @Override
  public Quantity visitMegapixels(ChargeUnit.Megapixels unit) {
    ParameterPath width = unit.width();
    ParameterPath height = unit.height();
    return Quantity.megapixels(
        unit.pixels().toPlainString(),
        Quantity.number(given.number(width), AbsentValues.number(model, width).orElse(null)),
        Quantity.number(given.number(height), AbsentValues.number(model, height).orElse(null)));
  }

  @Override
  public Quantity visitUnshown(ChargeUnit.Unshown unit) {
    return Quantity.unshown(unit.name());
  }
}
