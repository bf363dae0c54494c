"use strict";
/*
 * What a request costs, worked out from a price list as data. A charge counts something of the
 * request, takes off what is free, rounds to steps, and multiplies by a factor and by the rate that
 * fits; a price is the sum of its charges. Decimals are exact: {digits, scale} is digits divided by
 * ten to the power of scale. An amount is a pair of decimals, its bounds.
 */
(function (exports) {
  const ZERO = { digits: 0n, scale: 0 };
  const ONE = { digits: 1n, scale: 0 };
  const QUOTIENT_DECIMALS = 18;

  function decimal(text) {
    const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(text));
    if (!parts) return null;
    const fraction = parts[3] || "";
    const digits = BigInt(parts[1] + parts[2] + fraction);
    const scale = fraction.length - Number(parts[4] || 0);
    return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
  }

  function digitsAt(number, scale) {
    return number.digits * 10n ** BigInt(scale - number.scale);
  }

  function compare(a, b) {
    const scale = Math.max(a.scale, b.scale);
    const difference = digitsAt(a, scale) - digitsAt(b, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  function add(a, b) {
    const scale = Math.max(a.scale, b.scale);
    return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
  }

  function subtract(a, b) {
    return add(a, { digits: -b.digits, scale: b.scale });
  }

  function multiply(a, b) {
    return { digits: a.digits * b.digits, scale: a.scale + b.scale };
  }

  /** A quotient of numbers that are not negative, with so many decimals. */
  function divide(a, b, decimals, rounding) {
    const scale = Math.max(a.scale, b.scale);
    const dividend = digitsAt(a, scale) * 10n ** BigInt(decimals);
    const divisor = digitsAt(b, scale);
    const whole = dividend / divisor;
    const rest = dividend % divisor;
    const up = rounding === "up" ? rest > 0n : rounding === "nearest" && 2n * rest >= divisor;
    return { digits: up ? whole + 1n : whole, scale: decimals };
  }

  function quotient(a, b) {
    return divide(a, b, QUOTIENT_DECIMALS, "nearest");
  }

  function text(number) {
    const negative = number.digits < 0n;
    const digits = String(negative ? -number.digits : number.digits).padStart(number.scale + 1, "0");
    const whole = digits.slice(0, digits.length - number.scale);
    const fraction = digits.slice(digits.length - number.scale).replace(/0+$/, "");
    return (negative ? "-" : "") + whole + (fraction ? "." + fraction : "");
  }

  function amountText(amount) {
    return compare(amount[0], amount[1]) === 0
      ? text(amount[0])
      : text(amount[0]) + " to " + text(amount[1]);
  }

  function exactly(number) {
    return [number, number];
  }

  function count(number) {
    return exactly({ digits: BigInt(number), scale: 0 });
  }

  function bounds(pair) {
    return pair ? pair.map(decimal) : null;
  }

  /** All values that a path leads to. */
  function resolve(path, request) {
    let found = [request];
    for (const step of path) {
      const next = [];
      for (const value of found) {
        if (step === "[]") {
          if (Array.isArray(value)) next.push(...value);
        } else if (isObject(value) && Object.prototype.hasOwnProperty.call(value, step)) {
          next.push(value[step]);
        }
      }
      found = next;
    }
    return found;
  }

  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  function typeOf(value) {
    if (value === null) return "null";
    if (Array.isArray(value)) return "array";
    return typeof value;
  }

  function isOfType(value, type) {
    return type === "integer" ? Number.isInteger(value) : typeOf(value) === type;
  }

  function equal(a, b) {
    if (typeOf(a) !== typeOf(b)) return false;
    if (Array.isArray(a)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
    if (isObject(a)) {
      const names = Object.keys(a);
      return (
        names.length === Object.keys(b).length &&
        names.every((name) => Object.prototype.hasOwnProperty.call(b, name) && equal(a[name], b[name]))
      );
    }
    return a === b;
  }

  function isWithin(number, min, max) {
    return (min === null || number >= min) && (max === null || number <= max);
  }

  /** Whether a value is as a facet demands, which says nothing of values of other types. */
  function has(value, facet) {
    switch (facet.is) {
      case "type":
        return isOfType(value, facet.type);
      case "oneOf":
        return facet.values.some((each) => equal(each, value));
      case "range": {
        if (typeof value !== "number") return true;
        const number = decimal(value);
        return (
          (facet.min === null || compare(number, decimal(facet.min)) >= (facet.above ? 1 : 0)) &&
          (facet.max === null || compare(number, decimal(facet.max)) <= (facet.below ? -1 : 0))
        );
      }
      case "multipleOf": {
        if (typeof value !== "number") return true;
        const number = decimal(value);
        const divisor = decimal(facet.divisor);
        const scale = Math.max(number.scale, divisor.scale);
        return digitsAt(number, scale) % digitsAt(divisor, scale) === 0n;
      }
      case "length":
        return typeof value !== "string" || isWithin([...value].length, facet.min, facet.max);
      case "pattern":
        return typeof value !== "string" || new RegExp(facet.regex, "u").test(value);
      case "items":
        return !Array.isArray(value) || isWithin(value.length, facet.min, facet.max);
      case "contains":
        return !Array.isArray(value) || value.some((item) => hasAll(item, facet.facets));
      case "not":
        return !hasAll(value, facet.facets);
      case "member":
        return (
          !isObject(value) ||
          (Object.prototype.hasOwnProperty.call(value, facet.name) &&
            hasAll(value[facet.name], facet.facets))
        );
      default:
        throw new Error("unknown facet: " + facet.is);
    }
  }

  function hasAll(value, facets) {
    return facets.every((facet) => has(value, facet));
  }

  function holds(formula, request) {
    switch (formula.op) {
      case "provided":
        return resolve(formula.path, request).length > 0;
      case "matches": {
        const found = resolve(formula.path, request);
        return found.length > 0 && found.every((value) => hasAll(value, formula.facets));
      }
      case "count": {
        const number = formula.parts.filter((part) => holds(part, request)).length;
        return number >= formula.min && number <= formula.max;
      }
      default:
        throw new Error("unknown formula: " + formula.op);
    }
  }

  /** The value at a path, or a list of all values at a path through lists; null where none is. */
  function given(path, request) {
    const found = resolve(path, request).filter((value) => value !== null);
    if (found.length === 0) return null;
    if (!path.includes("[]")) return found[0];
    const all = found.flat();
    return all.length === 0 ? null : all;
  }

  function items(value) {
    return value === null ? [] : Array.isArray(value) ? value : [value];
  }

  /** A number's bounds: its own, those of the parameter where it is no number, null where none. */
  function number(counted, request) {
    const value = given(counted.path, request);
    if (value === null) return bounds(counted.absent);
    return typeof value === "number" ? exactly(decimal(value)) : bounds(counted.range);
  }

  /** How much there is of what a charge counts; null where no request shows it. */
  function quantity(unit, request) {
    switch (unit.kind) {
      case "request":
        return exactly(ONE);
      case "seconds":
        if (unit.media && items(given(unit.media, request)).length > 0) return null;
        return unit.duration ? number(unit.duration, request) : exactly(ZERO);
      case "items":
        return sum(unit.list, request, () => 1);
      case "characters":
        return sum(unit.text, request, (each) => [...String(each)].length);
      case "tokens": {
        const bytes = sum(unit.text, request, (each) => new TextEncoder().encode(each).length);
        const least = { digits: BigInt(unit.least), scale: 0 };
        const most = { digits: BigInt(unit.most), scale: 0 };
        return [divide(bytes[0], most, 0, "up"), divide(bytes[1], least, 0, "up")];
      }
      case "megapixels": {
        const width = number(unit.width, request);
        const height = number(unit.height, request);
        const pixels = decimal(unit.pixels);
        return width && height
          ? width.map((side, i) => quotient(multiply(side, height[i]), pixels))
          : null;
      }
      case "unshown":
        return null;
      default:
        throw new Error("unknown unit: " + unit.kind);
    }
  }

  function sum(counted, request, ofItem) {
    const value = given(counted.path, request);
    return value === null
      ? bounds(counted.absent)
      : count(items(value).reduce((total, item) => total + ofItem(item), 0));
  }

  function factor(times, request) {
    if (!times) return exactly(ONE);
    const value = given(times.path, request);
    if (value === null) return bounds(times.absent);
    return number(times, request) || exactly(ONE);
  }

  function ofCharge(charge, request) {
    const fitting = charge.rates.filter((rate) => holds(rate.when, request));
    if (fitting.length === 0) return { id: charge.id, known: null, labels: [] };
    const prices = fitting.map((rate) => decimal(rate.price)).sort(compare);
    const times = factor(charge.times, request);
    const ofUnit = [multiply(prices[0], times[0]), multiply(prices[prices.length - 1], times[1])];
    const each = decimal(charge.each);
    const perUnit = (price) => (compare(each, ONE) === 0 ? price : quotient(price, each));
    const labels = fitting.map((rate) => rate.label);
    const counted = counting(charge, quantity(charge.unit, request));
    return counted
      ? {
          id: charge.id,
          labels,
          counted,
          unit: charge.unit.name,
          known: ofUnit.map((price, i) => perUnit(multiply(price, counted[i]))),
          units: [],
        }
      : {
          id: charge.id,
          labels,
          known: exactly(ZERO),
          units: [{ amount: ofUnit.map(perUnit), unit: charge.unit.name }],
        };
  }

  /** Without what is free, in whole steps. */
  function counting(charge, amount) {
    if (!amount) return null;
    const free = decimal(charge.free);
    let counted = amount;
    if (compare(free, ZERO) > 0) {
      counted = counted.map((all) => (compare(all, free) > 0 ? subtract(all, free) : ZERO));
    }
    if (charge.steps) {
      const size = decimal(charge.steps.size);
      counted = counted.map((all) => multiply(divide(all, size, 0, charge.steps.round), size));
    }
    return counted;
  }

  function priceText(known, units, currency) {
    const isZero = compare(known[0], ZERO) === 0 && compare(known[1], ZERO) === 0;
    const parts = isZero && units.length > 0 ? [] : [amountText(known) + " " + currency];
    units.forEach((each) => parts.push(amountText(each.amount) + " " + currency + "/" + each.unit));
    return parts.join(" + ");
  }

  /** What a valid request costs: its text, such as "0.896 USD", and that of each charge. */
  function price(list, request) {
    const charges = list.charges
      .filter((charge) => holds(charge.when, request))
      .map((charge) => ofCharge(charge, request));
    const shown = charges.map((charge) => ({
      id: charge.id,
      labels: charge.labels,
      text: charge.known ? priceText(charge.known, charge.units, list.currency) : "unknown",
    }));
    if (charges.length === 0 || charges.some((charge) => !charge.known)) {
      return { text: "unknown", charges: shown };
    }
    const known = charges
      .map((charge) => charge.known)
      .reduce((a, b) => [add(a[0], b[0]), add(a[1], b[1])]);
    const units = charges.flatMap((charge) => charge.units);
    return { text: priceText(known, units, list.currency), charges: shown };
  }

  exports.price = price;
})(typeof module === "object" && module.exports ? module.exports : (window.callsheetPrices = {}));

/*
 * The calculator of a page: controls for what the price list looks at, filled in from a smallest
 * request of a mode, and the price of the request that they make.
 */
if (typeof document !== "undefined") {
  document.querySelectorAll(".calculator").forEach((calculator) => {
    const { list, inputs, requests } = JSON.parse(calculator.dataset.prices);
    const form = calculator.querySelector("form");
    const output = calculator.querySelector("output");
    const charges = calculator.querySelector("ul");

    function put(request, path, value) {
      let place = request;
      path.forEach((step, i) => {
        if (step === "[]") return;
        const isLast = path.slice(i + 1).every((each) => each === "[]");
        const isList = path[i + 1] === "[]";
        if (isLast) {
          if (value === undefined) delete place[step];
          else place[step] = isList && !Array.isArray(value) ? [value] : value;
        } else {
          if (!(step in place)) {
            if (value === undefined) return;
            place[step] = isList ? [{}] : {};
          }
          place = isList ? place[step][0] : place[step];
        }
      });
    }

    function valueOf(input, control) {
      if (control.value === "") return undefined;
      switch (input.kind) {
        case "choice":
          return JSON.parse(control.value);
        case "number":
          return Number(control.value);
        case "text":
          return "x".repeat(Number(control.value));
        default:
          return Array.from({ length: Number(control.value) }, () => "x");
      }
    }

    function show() {
      const mode = form.elements.mode ? form.elements.mode.value : Object.keys(requests)[0];
      const request = JSON.parse(JSON.stringify(requests[mode] || {}));
      inputs.forEach((input, i) => {
        const control = form.elements["input-" + i];
        if (control.value !== "") put(request, input.path, valueOf(input, control));
      });
      const price = window.callsheetPrices.price(list, request);
      output.textContent = price.text;
      charges.replaceChildren(
        ...price.charges.map((charge) => {
          const item = document.createElement("li");
          item.textContent = charge.id + ": " + charge.text + " (" + charge.labels.join(" or ") + ")";
          return item;
        }),
      );
    }

    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    calculator.hidden = false;
    show();
  });
}
