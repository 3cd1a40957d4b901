import '@xyflow/react/dist/style.css'
import {
  Background,
  Controls,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesInitialized,
  useNodesState,
  useReactFlow,
} from '@xyflow/react'
import { memo, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { BLOCK, gridLinks, gridNodes, PORTS } from '../grid.ts'
import { afterPaint, wantedCount, wantedVariant } from './contract.ts'

type Card = Node<{ title: string; text: string }>

/** As its documentation advises: a memoised card, types outside the component. */
const CardView = memo(function CardView({ data }: NodeProps<Card>) {
  return (
    <div
      style={{ width: BLOCK.width, height: BLOCK.height, border: '1px solid #ced4da', background: '#fff' }}
    >
      <Handle type="target" position={Position.Left} style={{ top: 18 }} />
      <div style={{ padding: '6px 12px', fontWeight: 600 }}>{data.title}</div>
      <div style={{ padding: '0 12px', height: 20, overflow: 'hidden' }}>{data.text}</div>
      {PORTS.map((label, port) => (
        <div key={label} style={{ padding: '0 12px' }}>
          {label}
          <Handle id={String(port)} type="source" position={Position.Right} style={{ top: 60 + port * 24 }} />
        </div>
      ))}
    </div>
  )
})

const NODE_TYPES = { card: CardView }
const count = wantedCount()
const isVisibleOnly = wantedVariant() === 'visible'
const START_NODES: Card[] = gridNodes(count).map(({ index, x, y, title, text }) => ({
  id: String(index),
  type: 'card',
  position: { x, y },
  data: { title, text },
}))
const START_EDGES: Edge[] = gridLinks(count).map(({ from, port, to }) => ({
  id: `${from}-${port}`,
  source: String(from),
  sourceHandle: String(port),
  target: String(to),
}))

function Flow() {
  const [nodes, , onNodesChange] = useNodesState(START_NODES)
  const [edges, , onEdgesChange] = useEdgesState(START_EDGES)
  const isThere = useNodesInitialized()
  const { getViewport } = useReactFlow()
  useEffect(() => {
    // With visible-only rendering the nodes out of view are never measured.
    if (!isThere && !isVisibleOnly) return
    afterPaint(() => {
      window.benchView = () => {
        const { x, y, zoom } = getViewport()
        return { left: x, top: y, zoom }
      }
    })
  }, [isThere, getViewport])
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={NODE_TYPES}
      minZoom={0.04}
      onlyRenderVisibleElements={isVisibleOnly}
      defaultViewport={{ x: 40, y: 40, zoom: 1 }}
    >
      <Background />
      <Controls />
    </ReactFlow>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>,
  )
