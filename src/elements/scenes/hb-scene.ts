import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HbElement } from '../shared/hb-element.ts';
import { inkStyles } from '../device-drawing/ink.styles.ts';
import { sharedStyles } from '../shared/shared.styles.ts';
import { chooseScene } from './choose.ts';
import { sceneStyles } from './hb-scene.styles.ts';
import { plugInScene } from './plug-in.ts';
import { unlockScene } from './unlock.ts';
import { writingScene } from './writing.ts';
import { writtenScene } from './written.ts';

const scenes = {
  'plug-in': plugInScene,
  unlock: unlockScene,
  choose: chooseScene,
  writing: writingScene,
  written: writtenScene,
} satisfies Record<string, SVGTemplateResult>;

/** A sheet takes less room than the other scenes. */
const boxes = { whole: '0 0 120 84', paper: '27 2 76 80' };

export type SceneName = keyof typeof scenes;

/** A small picture of something that a person does, which moves once. The text beside it says the same. */
@customElement('hb-scene')
export class HbScene extends HbElement {
  static override styles = [sharedStyles, inkStyles, sceneStyles];

  @property() scene: SceneName = 'plug-in';

  protected override render(): TemplateResult {
    const { scene } = this;
    const onPaper = scene === 'writing' || scene === 'written';
    return html`${svg`<svg class=${scene} viewBox=${onPaper ? boxes.paper : boxes.whole} aria-hidden="true" focusable="false">${
      scenes[scene]
    }</svg>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hb-scene': HbScene;
  }
}
