package dev.callsheet.spec.price;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import java.math.BigDecimal;

/**
 * What a charge is for, in words for documentation, such as {@code for each s of duration, times
 * numberResults}.
 */
public final class ChargeText implements ChargeUnitVisitor<String> {
  private static final ChargeText OF_UNIT = new ChargeText();

  private ChargeText() {}

  /** What the price of a charge is for. */
  public static String of(Charge charge) {
    StringBuilder text = new StringBuilder("for each ");
    boolean isOne = charge.unitsOfPrice().compareTo(BigDecimal.ONE) == 0;
    String unit = charge.unit().name();
    text.append(isOne ? "" : charge.unitsOfPrice().toPlainString() + " ");
    text.append(isOne || unit.equals("s") ? unit : unit + "s");
    text.append(charge.unit().accept(OF_UNIT));
    if (charge.free().signum() > 0) {
      text.append(" beyond ").append(charge.free().toPlainString());
    }
    Charge.Steps steps = charge.steps();
    if (steps != null) {
      text.append(", in steps of ").append(steps.size().toPlainString());
      text.append(
          switch (steps.rounding()) {
            case CEILING -> ", begun ones counted";
            case FLOOR -> ", begun ones not counted";
            default -> ", rounded to the nearest";
          });
    }
    ParameterPath times = charge.multiplier();
    return text.append(times == null ? "" : ", times " + times).toString();
  }

  @Override
  public String visitRequest(ChargeUnit.Request unit) {
    return "request";
  }

  @Override
  public String visitSeconds(ChargeUnit.Seconds unit) {
    ParameterPath media = unit.media();
    ParameterPath duration = unit.duration();
    if (duration == null) {
      return " of " + media;
    }
    return " of " + duration + (media == null ? "" : ", or of " + media + " where it is given");
  }

  @Override
  public String visitItems(ChargeUnit.Items unit) {
    return " of " + unit.list();
  }

  @Override
  public String visitCharacters(ChargeUnit.Characters unit) {
    return " of " + unit.text();
  }

  @Override
  public String visitTokens(ChargeUnit.Tokens unit) {
    return " of "
        + unit.text()
        + " ("
        + unit.leastBytes()
        + " to "
        + unit.mostBytes()
        + " bytes in one)";
  }

  @Override
  public String visitMegapixels(ChargeUnit.Megapixels unit) {
    return " ("
        + unit.pixels().toPlainString()
        + " pixels) of "
        + unit.width()
        + " x "
        + unit.height();
  }

  @Override
  public String visitUnshown(ChargeUnit.Unshown unit) {
    return "";
  }
}
