import { isObject } from '../json/value.js'

/**
 * Whether `ocis.yaml` has a service account for any service: since oCIS 5, `ocis init` writes one for all of them.
 */
export function hasServiceAccount(document: unknown): boolean {
  if (!isObject(document)) return false
  return Object.values(document).some((service) => {
    const account = isObject(service) ? service['service_account'] : undefined
    return (
      isObject(account) && isSet(account['service_account_id']) && isSet(account['service_account_secret'])
    )
  })
}

const isSet = (value: unknown) => typeof value === 'string' && value !== ''
