import {
  ArrowToolbarItem,
  AssetToolbarItem,
  DefaultToolbar,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
} from 'tldraw'
import { AddComponentButton } from '../panels/add-component-button.tsx'

/** tldraw's tools in the order in which a design needs them, with ours in front. */
export function CanvasToolbar() {
  return (
    <div className="lb-toolbar">
      <AddComponentButton />
      <DefaultToolbar>
        <SelectToolbarItem />
        <HandToolbarItem />
        <ArrowToolbarItem />
        <TextToolbarItem />
        <NoteToolbarItem />
        <DrawToolbarItem />
        <EraserToolbarItem />
        <RectangleToolbarItem />
        <EllipseToolbarItem />
        <LineToolbarItem />
        <HighlightToolbarItem />
        <FrameToolbarItem />
        <LaserToolbarItem />
        <AssetToolbarItem />
      </DefaultToolbar>
    </div>
  )
}
