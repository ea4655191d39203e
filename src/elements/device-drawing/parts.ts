/** What the drawings have in common: bodies with some depth, screens with an eye, and shapes that can grow. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Bar, Disc, Shape, Spot } from './model.ts';

/** A shape as an element of a class, larger by so many millimetres on each side; an outline has one larger size of its own. */
export function shapeOf(shape: Shape, className: string, by = 0): SVGTemplateResult {
  switch (shape.kind) {
    case 'bar': {
      const { x, y, width, height, radius } = shape;
      return svg`<rect class=${className} pathLength="1" x=${x - by} y=${y - by} width=${width + 2 * by}
        height=${height + 2 * by} rx=${radius + by} />`;
    }
    case 'disc':
      return svg`<circle class=${className} pathLength="1" cx=${shape.x} cy=${shape.y} r=${shape.radius + by} />`;
    case 'outline':
      return svg`<path class=${className} pathLength="1" d=${by === 0 ? shape.path : shape.around} />`;
  }
}

/**
 * A body by its outline: the side that faces the reader's lap below it, then the front with light on its upper edge. `light` is an
 * open path, a little inside of the outline.
 */
export function bodyOf(outline: string, light: string, more?: SVGTemplateResult): SVGTemplateResult {
  return svg`
    <path class="side" d=${outline} />
    <g class="front"><path class="body" d=${outline} />${more}</g>
    <path class="light" d=${light} />`;
}

/** A rectangle with rounded corners: left ones and right ones. */
export function slabPath(width: number, height: number, left: number, right = left): string {
  return `M${left} 0H${width - right}A${right} ${right} 0 0 1 ${width} ${right}V${height - right}A${right} ${right} 0 0 1 ${
    width - right
  } ${height}H${left}A${left} ${left} 0 0 1 0 ${height - left}V${left}A${left} ${left} 0 0 1 ${left} 0Z`;
}

/** How far inside of an edge the light lies. */
const inset = 1.1;

/** The light on the upper edge of such a slab. */
export function slabLight(width: number, left: number, right = left): string {
  const corner = (radius: number): number => Math.max(radius - inset, 0.4);
  const [from, to] = [corner(left), corner(right)];
  return `M${inset} ${inset + from}A${from} ${from} 0 0 1 ${inset + from} ${inset}H${width - inset - to}A${to} ${to} 0 0 1 ${
    width - inset
  } ${inset + to}`;
}

export function slab(
  width: number,
  height: number,
  left: number,
  right = left,
  more?: SVGTemplateResult,
): SVGTemplateResult {
  return bodyOf(slabPath(width, height, left, right), slabLight(width, left, right), more);
}

/** A sign to look at the device. It never imitates what the device shows. */
export function eye(x: number, y: number, half: number): SVGTemplateResult {
  const [bend, lid] = [half * 0.52, half * 0.72];
  return svg`
    <path class="eye" d="M${x - half} ${y}C${x - bend} ${y - lid} ${x + bend} ${y - lid} ${x + half} ${y}C${x + bend} ${y + lid} ${
      x - bend
    } ${y + lid} ${x - half} ${y}Z" />
    <circle class="eye" cx=${x} cy=${y} r=${half * 0.27} />`;
}

/** What light does on glass. */
export function glare({ x, y, width, height }: Bar): SVGTemplateResult {
  const [from, to, slant] = [x + width * 0.83, x + width * 0.95, Math.min(height * 0.36, width * 0.3)];
  return svg`<path class="glare" d="M${from} ${y}H${to}L${to - slant} ${y + height}H${from - slant}Z" />`;
}

/** Where a finger touches a touch screen. */
export function fingers({ x, y, width, height }: Bar, radius: number): Readonly<Partial<Record<Spot, Disc>>> {
  const away = radius * 1.7;
  const at = (left: number, top: number): Disc => ({ kind: 'disc', x: left, y: top, radius });
  const [middle, right, bottom] = [x + width / 2, x + width - away, y + height - away];
  return {
    screen: at(middle, y + height * 0.74),
    'top-left': at(x + away, y + away),
    top: at(middle, y + away),
    'top-right': at(right, y + away),
    'bottom-left': at(x + away, bottom),
    bottom: at(middle, bottom),
    'bottom-right': at(right, bottom),
  };
}

/** Touch sliders along the upper and the lower edge, by thirds. */
export function sliders(
  { x, y, width, height }: Pick<Bar, 'x' | 'y' | 'width' | 'height'>,
  thick: number,
): Readonly<Partial<Record<Spot, Bar>>> {
  const third = width / 3;
  const at = (left: number, top: number): Bar => ({
    kind: 'bar',
    x: left + 1,
    y: top,
    width: third - 2,
    height: thick,
    radius: thick / 2,
  });
  const low = y + height - thick;
  return {
    'top-left': at(x, y),
    top: at(x + third, y),
    'top-right': at(x + 2 * third, y),
    'bottom-left': at(x, low),
    bottom: at(x + third, low),
    'bottom-right': at(x + 2 * third, low),
  };
}
